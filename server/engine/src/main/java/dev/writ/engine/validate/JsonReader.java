package dev.writ.engine.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.SchemaError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads JSON (RFC 8259) as strictly as its sender should have written it: UTF-8 and nothing else, one value, no key twice,
 * within {@link JsonLimits}. Thread-safe.
 */
final class JsonReader {
    private final JsonFactory factory;
    private final JsonLimits limits;

    JsonReader(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        // One more, so that the reader meets the limit first and can say where.
                        .maxNestingDepth(limits.depth() + 1)
                        .maxNumberLength(limits.numberLength())
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    JsonRead read(byte[] bytes) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            return malformed("", "encoding", "the body is not UTF-8");
        }
        try (JsonParser parser = factory.createParser(text.array(), text.position(), text.length())) {
            TreeBuilder tree = new TreeBuilder(parser, limits);
            JsonNode node = tree.read();
            return tree.errors().isEmpty() ? new JsonRead.Value(node) : new JsonRead.Malformed(tree.errors());
        } catch (TreeBuilder.LimitException e) {
            return new JsonRead.Malformed(List.of(e.error()));
        } catch (StreamConstraintsException e) {
            return malformed("", "number", "a number has more than " + limits.numberLength() + " characters");
        } catch (JsonProcessingException e) {
            return malformed(
                    "",
                    "json",
                    "the body is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static JsonRead malformed(String pointer, String keyword, String message) {
        return new JsonRead.Malformed(List.of(new SchemaError(pointer, keyword, message, "")));
    }
}
