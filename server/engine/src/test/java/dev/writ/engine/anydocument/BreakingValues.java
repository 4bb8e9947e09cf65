package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What to put in the place of a valid value, so that one keyword does not hold any more; possibly too much, or nothing. */
final class BreakingValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG = 20_000;
    private static final int MANY = 1_000;

    private BreakingValues() {}

    static List<JsonNode> of(Node schema, String keyword, JsonNode value, Constraints around) {
        JsonNode argument = schema.json().get(keyword);
        return switch (keyword) {
            case "type" -> ofOtherTypes(around.types());
            case "enum", "const" -> unlisted(value);
            case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf" ->
                value.isNumber() && argument.isNumber() ? number(keyword, argument.decimalValue(), value) : List.of();
            case "format" -> formatted(argument.asText(), value);
            case "minLength", "maxLength", "pattern" ->
                value.isTextual() ? text(keyword, argument, value.asText()) : List.of();
            case "oneOf", "anyOf" ->
                List.of(JSON.nullNode(), JSON.objectNode(), JSON.textNode("none of these"), JSON.numberNode(-7.25));
            case "not" ->
                List.copyOf(argument.path("enum").isArray() ? items(argument.path("enum")) : constant(argument));
            default ->
                value.isArray()
                        ? array(keyword, argument, (ArrayNode) value)
                        : value.isObject() ? BreakingObjects.of(keyword, argument, (ObjectNode) value) : List.of();
        };
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static List<JsonNode> constant(JsonNode schema) {
        return schema.has("const") ? List.of(schema.get("const")) : List.of();
    }

    /** Null if it is forbidden, and the nearest other type. */
    private static List<JsonNode> ofOtherTypes(Set<String> allowed) {
        List<JsonNode> others = new ArrayList<>();
        if (!allowed.contains("null")) {
            others.add(JSON.nullNode());
        }
        if (allowed.contains("integer") && !allowed.contains("number")) {
            others.add(JSON.numberNode(new BigDecimal("1.5")));
        }
        if (!allowed.contains("string")) {
            others.add(JSON.textNode("no such type"));
        } else if (!allowed.contains("integer")) {
            others.add(JSON.numberNode(7));
        } else if (!allowed.contains("boolean")) {
            others.add(JSON.booleanNode(true));
        }
        if (!allowed.contains("object")) {
            others.add(JSON.objectNode());
        } else if (!allowed.contains("array")) {
            others.add(JSON.arrayNode());
        }
        return others;
    }

    private static List<JsonNode> unlisted(JsonNode value) {
        if (value.isNumber()) {
            return List.of(JSON.numberNode(987654321), JSON.numberNode(-3));
        }
        return value.isTextual()
                ? List.of(JSON.textNode(value.asText() + "-x"), JSON.textNode("no such value"))
                : List.of(JSON.textNode("no such value"), JSON.booleanNode(!value.asBoolean()));
    }

    private static List<JsonNode> number(String keyword, BigDecimal bound, JsonNode value) {
        BigDecimal step = value.isIntegralNumber() ? BigDecimal.ONE : new BigDecimal("0.5");
        List<BigDecimal> numbers = switch (keyword) {
            case "minimum" -> List.of(bound.subtract(step), bound.subtract(BigDecimal.ONE));
            case "maximum" -> List.of(bound.add(step), bound.add(BigDecimal.ONE));
            case "multipleOf" ->
                List.of(value.decimalValue().add(step), value.decimalValue().add(bound.divide(BigDecimal.valueOf(2))));
            default -> List.of(bound);
        };
        List<JsonNode> broken = new ArrayList<>();
        for (BigDecimal number : numbers) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (whole) {
                broken.add(JSON.numberNode(number.toBigInteger()));
            } else if (!value.isIntegralNumber()) {
                broken.add(JSON.numberNode(number));
            }
        }
        return broken;
    }

    private static List<JsonNode> formatted(String format, JsonNode value) {
        List<JsonNode> broken = new ArrayList<>();
        if (value.isTextual()) {
            FormatValues.broken(format).forEach(text -> broken.add(JSON.textNode(text)));
        } else if (value.isIntegralNumber() && (format.equals("int32") || format.equals("int64"))) {
            BigDecimal limit = BigDecimal.valueOf(2).pow(format.equals("int32") ? 31 : 63);
            broken.add(JSON.numberNode(limit.toBigInteger()));
            broken.add(JSON.numberNode(limit.negate().subtract(BigDecimal.ONE).toBigInteger()));
        }
        return broken;
    }

    private static List<JsonNode> text(String keyword, JsonNode argument, String value) {
        List<String> texts = new ArrayList<>();
        int bound = argument.asInt();
        int length = value.codePointCount(0, value.length());
        if (keyword.equals("pattern")) {
            texts.addAll(List.of("", " ", "~~", "aA0", "0", "-", value + "~", "~" + value, "\u00e9"));
        } else if (keyword.equals("minLength") && bound > 0 && length >= bound) {
            texts.add(value.substring(0, value.offsetByCodePoints(0, bound - 1)));
        } else if (keyword.equals("maxLength") && bound < LONG && length <= bound) {
            texts.add(value + "a".repeat(bound + 1 - length));
            texts.add("9".repeat(bound + 1));
        }
        List<JsonNode> broken = new ArrayList<>();
        texts.forEach(text -> broken.add(JSON.textNode(text)));
        return broken;
    }

    private static List<JsonNode> array(String keyword, JsonNode argument, ArrayNode value) {
        ArrayNode broken = value.deepCopy();
        JsonNode more = value.isEmpty() ? JSON.textNode("x") : value.get(value.size() - 1);
        switch (keyword) {
            case "minItems" -> {
                while (broken.size() >= Math.max(1, argument.asInt())) {
                    broken.remove(broken.size() - 1);
                }
            }
            case "maxItems" -> {
                while (argument.asInt() < MANY && broken.size() <= argument.asInt()) {
                    broken.add(more);
                }
            }
            case "maxContains" -> broken.add(more);
            case "uniqueItems" -> {
                if (value.isEmpty()) {
                    return List.of();
                }
                broken.add(more);
            }
            case "items", "unevaluatedItems" -> {
                if (!argument.isBoolean()) {
                    return List.of();
                }
                broken.add(more);
            }
            case "contains" -> broken.removeAll();
            default -> {
                return List.of();
            }
        }
        return List.of(broken);
    }
}
