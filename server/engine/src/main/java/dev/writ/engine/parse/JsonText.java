package dev.writ.engine.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON (RFC 8259) as a tree. Keys that stand twice are faults. */
final class JsonText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 10)
                    .maxNumberLength(Limits.DIGITS)
                    .maxStringLength(Limits.BYTES)
                    .maxNameLength(Limits.BYTES)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<TextException> faults = new ArrayList<>();
    private int nodes;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    /** Adds to {@code faults} what leaves the rest readable. */
    static JsonNode tree(String text, List<TextException> faults) throws TextException {
        try (JsonParser parser = parser(text)) {
            JsonText reader = new JsonText(parser);
            try {
                parser.nextToken();
                JsonNode tree = reader.value(0);
                if (parser.nextToken() != null) {
                    throw reader.fault("something follows the end of the document");
                }
                faults.addAll(reader.faults);
                return tree;
            } catch (JsonProcessingException e) {
                JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                throw new TextException(at.getLineNr(), at.getColumnNr(), "", "not JSON: " + e.getOriginalMessage());
            }
        } catch (IOException e) {
            throw new TextException(1, 1, "", "not JSON: " + e.getMessage());
        }
    }

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private JsonNode value(int depth) throws IOException, TextException {
        if (++nodes > Limits.NODES) {
            throw fault("more than " + Limits.NODES + " values");
        }
        if (depth > Limits.DEPTH) {
            throw fault("nested more than " + Limits.DEPTH + " levels deep");
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw fault("the document is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> Scalars.integer(parser.getText(), 10);
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(int depth) throws IOException, TextException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                faults.add(fault("the key '" + name + "' stands here twice"));
            }
            parser.nextToken();
            object.set(name, value(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException, TextException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private JsonNode decimal() throws IOException {
        try {
            return Scalars.decimal(parser.getText());
        } catch (NumberFormatException e) {
            faults.add(fault(String.valueOf(e.getMessage())));
            return NODES.numberNode(0);
        }
    }

    private TextException fault(String reason) {
        JsonLocation at = parser.currentTokenLocation();
        return new TextException(
                at.getLineNr(),
                at.getColumnNr(),
                parser.getParsingContext().pathAsPointer().toString(),
                reason);
    }
}
