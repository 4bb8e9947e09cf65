package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a parameter or header field as the JSON value that its schema speaks of. */
final class Primitives {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Primitives() {}

    /** Empty if the text is none of the type. */
    static Optional<JsonNode> parse(String text, PrimitiveType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case STRING -> Optional.of(nodes.textNode(text));
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(nodes.booleanNode(text.equals("true")))
                        : Optional.empty();
            case INTEGER -> bounded(text, INTEGER).map(Primitives::integer);
            case NUMBER ->
                bounded(text, NUMBER)
                        .flatMap(number -> Numbers.decimal(number, JsonLimits.DEFAULT))
                        .map(nodes::numberNode);
        };
    }

    /** The type as a sentence needs it. */
    static String noun(PrimitiveType type) {
        return switch (type) {
            case STRING -> "a string";
            case INTEGER -> "an integer";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
        };
    }

    private static Optional<String> bounded(String text, Pattern pattern) {
        return text.length() <= JsonLimits.DEFAULT.numberLength()
                        && pattern.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static JsonNode integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
