package dev.writ.engine.validate.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.SchemaError;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Builds one tree from tokens. A key that stands twice is an error with its place; the rest is still read. */
final class TreeBuilder {
    private static final int MAX_ERRORS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final List<SchemaError> errors = new ArrayList<>();
    private int values;

    TreeBuilder(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    List<SchemaError> errors() {
        return List.copyOf(errors);
    }

    /** Where the parser is. */
    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    JsonNode read() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new LimitException("", "json", "the text is empty");
        }
        JsonNode value = value(token, 0);
        if (parser.nextToken() != null) {
            throw new LimitException("", "json", "the text has more than one JSON value");
        }
        return value;
    }

    private JsonNode value(JsonToken token, int depth) throws IOException {
        values++;
        if (values > limits.values()) {
            throw new LimitException("", "values", "the text has more than " + limits.values() + " values");
        }
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> text(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> integer(parser.getText());
            case VALUE_NUMBER_FLOAT -> decimal(parser.getText());
            default -> throw new IllegalStateException("unexpected token " + token);
        };
    }

    private int deeper(int depth) {
        if (depth >= limits.depth()) {
            throw new LimitException("", "depth", "the text is nested more than " + limits.depth() + " levels deep");
        }
        return depth + 1;
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            checkString(name);
            JsonToken token = parser.nextToken();
            if (object.has(name) && errors.size() < MAX_ERRORS) {
                errors.add(new SchemaError(pointer(), "duplicate", "the key '" + name + "' stands here twice", ""));
            }
            object.set(name, value(token, depth));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, depth));
        }
        return array;
    }

    private JsonNode text(String text) {
        checkString(text);
        return NODES.textNode(text);
    }

    private void checkString(String text) {
        if (text.length() > limits.stringLength()) {
            throw new LimitException(
                    pointer(), "string", "a string has more than " + limits.stringLength() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int pair = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(pair)) {
                    throw new LimitException(pointer(), "encoding", "half a surrogate pair is no character");
                }
                i++;
            }
        }
    }

    private JsonNode integer(String text) {
        checkLength(text);
        if (text.length() <= 9) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        return text.length() <= 18 ? NODES.numberNode(Long.parseLong(text)) : NODES.numberNode(new BigInteger(text));
    }

    private JsonNode decimal(String text) {
        checkLength(text);
        return Numbers.decimal(text, limits)
                .<JsonNode>map(NODES::numberNode)
                .orElseThrow(() -> new LimitException(pointer(), "number", Numbers.exponentBeyond(limits)));
    }

    private void checkLength(String text) {
        if (text.length() > limits.numberLength()) {
            throw new LimitException(pointer(), "number", Numbers.tooLong(limits));
        }
    }

    /** Ends the reading of a text that is beyond a limit or has no place for a value. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SchemaError error;

        LimitException(String pointer, String keyword, String message) {
            super(message, null, false, false);
            this.error = new SchemaError(pointer, keyword, message, "");
        }

        SchemaError error() {
            return error;
        }
    }
}
