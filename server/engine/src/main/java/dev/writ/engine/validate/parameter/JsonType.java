package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The types of JSON Schema, scalars in the order in which a text is tried: the most specific first. */
enum JsonType {
    INTEGER("an integer"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    STRING("a string"),
    NULL("null"),
    ARRAY("an array"),
    OBJECT("an object");

    private final String noun;

    JsonType(String noun) {
        this.noun = noun;
    }

    /** As a sentence needs it. */
    String noun() {
        return noun;
    }

    boolean isScalar() {
        return this != ARRAY && this != OBJECT;
    }

    /** What {@code type} of a schema allows: every integer is a number too. */
    static Set<JsonType> named(String type) {
        return switch (type) {
            case "integer" -> EnumSet.of(INTEGER);
            case "number" -> EnumSet.of(INTEGER, NUMBER);
            case "boolean" -> EnumSet.of(BOOLEAN);
            case "string" -> EnumSet.of(STRING);
            case "null" -> EnumSet.of(NULL);
            case "array" -> EnumSet.of(ARRAY);
            case "object" -> EnumSet.of(OBJECT);
            default -> EnumSet.allOf(JsonType.class);
        };
    }

    static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> ARRAY;
            case OBJECT -> OBJECT;
            case NULL, MISSING -> NULL;
            default -> STRING;
        };
    }

    /** The type that a keyword speaks of, which a schema without {@code type} means without saying so. */
    static Optional<JsonType> hintedBy(String keyword) {
        return switch (keyword) {
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> Optional.of(NUMBER);
            case "properties", "additionalProperties", "patternProperties", "required" -> Optional.of(OBJECT);
            case "items", "prefixItems", "minItems", "maxItems", "uniqueItems" -> Optional.of(ARRAY);
            case "pattern", "minLength", "maxLength", "format" -> Optional.of(STRING);
            default -> Optional.empty();
        };
    }
}
