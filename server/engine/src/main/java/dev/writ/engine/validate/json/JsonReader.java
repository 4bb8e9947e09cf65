package dev.writ.engine.validate.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.SchemaError;
import java.io.IOException;
import java.util.List;

/**
 * Reads JSON (RFC 8259) as strictly as its sender should have written it: UTF-8 and nothing else, one value, no key twice,
 * within {@link JsonLimits}. A byte order mark of UTF-8 is ignored, as section 8.1 allows. Thread-safe.
 */
public final class JsonReader {
    private final JsonFactory factory;
    private final JsonLimits limits;

    public JsonReader(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        // The tree's builder meets its limits first and can say where.
                        .maxNestingDepth(limits.depth() + 1)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** Its errors are without a schema, and {@code ""} is the pointer of those that concern the text as a whole. */
    public JsonRead read(byte[] bytes) {
        if (!Utf8.isValid(bytes)) {
            return malformed("encoding", "the text is not UTF-8");
        }
        // JSON has no NUL anywhere; for the parser it would be a sign of UTF-16 or UTF-32.
        if (hasNul(bytes)) {
            return malformed("json", "the text is not JSON: it has a NUL");
        }
        try (JsonParser parser = factory.createParser(bytes)) {
            TreeBuilder tree = new TreeBuilder(parser, limits);
            JsonNode node = tree.read();
            return tree.errors().isEmpty() ? new JsonRead.Value(node) : new JsonRead.Malformed(tree.errors());
        } catch (TreeBuilder.LimitException e) {
            return new JsonRead.Malformed(List.of(e.error()));
        } catch (JsonProcessingException e) {
            return malformed(
                    "json",
                    "the text is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static JsonRead malformed(String keyword, String message) {
        return new JsonRead.Malformed(List.of(new SchemaError("", keyword, message, "")));
    }
}
