package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the value of a keyword must be. */
record Expected(String text, Predicate<JsonNode> test) {
    static final Expected ANY = new Expected("anything", value -> true);
    static final Expected TEXT = new Expected("a string", JsonNode::isTextual);
    static final Expected FLAG = new Expected("true or false", JsonNode::isBoolean);
    static final Expected NUMBER = new Expected("a number", JsonNode::isNumber);
    static final Expected POSITIVE = new Expected(
            "a number greater than 0",
            value -> value.isNumber() && value.decimalValue().signum() > 0);
    static final Expected COUNT = new Expected("an integer of at least 0", Expected::isCount);
    static final Expected LIST = new Expected("an array", JsonNode::isArray);
    static final Expected VALUES =
            new Expected("an array with at least one value", value -> value.isArray() && !value.isEmpty());
    static final Expected OBJECT = new Expected("an object", JsonNode::isObject);
    static final Expected NAMES = new Expected("an array of strings, none of them twice", Expected::areNames);
    static final Expected NAME_LISTS =
            new Expected("an object of arrays of strings", value -> value.isObject() && all(value, Expected::areNames));
    static final Expected TYPE =
            new Expected("one of array, boolean, integer, number, object, string", value -> Types.isOf30(value));
    static final Expected TYPES = new Expected(
            "one of array, boolean, integer, null, number, object, string, or an array of them", Types::areOf31);
    static final Expected SCHEMA = new Expected("an object or a boolean", Expected::isSchema);
    static final Expected SCHEMA_OBJECT = new Expected("an object", JsonNode::isObject);
    static final Expected SCHEMAS = new Expected(
            "an array with at least one schema",
            value -> value.isArray() && !value.isEmpty() && all(value, Expected::isSchema));
    static final Expected SCHEMA_MAP =
            new Expected("an object of schemas", value -> value.isObject() && all(value, Expected::isSchema));
    static final Expected SCHEMA_OBJECTS = new Expected(
            "an array with at least one schema",
            value -> value.isArray() && !value.isEmpty() && all(value, JsonNode::isObject));
    static final Expected SCHEMA_OBJECT_MAP =
            new Expected("an object of schemas", value -> value.isObject() && all(value, JsonNode::isObject));

    boolean fits(JsonNode value) {
        return test.test(value);
    }

    private static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && (value.isIntegralNumber()
                        || value.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    private static boolean areNames(JsonNode value) {
        Set<JsonNode> seen = new HashSet<>();
        return value.isArray() && all(value, name -> name.isTextual() && seen.add(name));
    }

    private static boolean all(JsonNode values, Predicate<JsonNode> test) {
        for (JsonNode value : values) {
            if (!test.test(value)) {
                return false;
            }
        }
        return true;
    }

    /** The types of the dialects. */
    private static final class Types {
        private static final List<String> NAMES = List.of("array", "boolean", "integer", "number", "object", "string");

        private Types() {}

        static boolean isOf30(JsonNode value) {
            return value.isTextual() && NAMES.contains(value.textValue());
        }

        static boolean areOf31(JsonNode value) {
            return isOf31(value) || (areNames(value) && !value.isEmpty() && all(value, Types::isOf31));
        }

        private static boolean isOf31(JsonNode value) {
            return isOf30(value) || (value.isTextual() && value.textValue().equals("null"));
        }
    }
}
