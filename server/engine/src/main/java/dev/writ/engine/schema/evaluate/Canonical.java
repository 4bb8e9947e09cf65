package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys that are equal where JSON values are: {@code 1} and {@code 1.0}, objects whatever their order. Each is comparable to
 * its like, so that a hash table stays fast when a client chooses values of one hash.
 */
final class Canonical {
    private static final String NULL = "null";
    /** To write a node takes several times as long as to apply a schema. */
    private static final int STEPS = 6;

    /** The text of an array or object; no string is equal to it. */
    private record Text(String text) implements Comparable<Text> {
        @Override
        public int compareTo(Text other) {
            return text.compareTo(other.text);
        }
    }

    private Canonical() {}

    static Object key(JsonNode value, Budget budget) {
        return switch (value.getNodeType()) {
            case STRING, BINARY -> value.asText();
            case NUMBER -> number(value);
            case BOOLEAN -> value.booleanValue();
            case ARRAY, OBJECT -> {
                StringBuilder text = new StringBuilder();
                write(value, text, budget);
                yield new Text(text.toString());
            }
            default -> new Text(NULL);
        };
    }

    private static Object number(JsonNode value) {
        if (Values.isLong(value)) {
            return value.longValue();
        }
        if (!Values.isNumber(value)) {
            return new Text(value.asText());
        }
        BigDecimal decimal = value.decimalValue().stripTrailingZeros();
        // No more digits than a long has, whatever the exponent.
        if (decimal.scale() <= 0 && (long) decimal.precision() - decimal.scale() < 19) {
            return decimal.longValueExact();
        }
        return decimal;
    }

    private static void write(JsonNode value, StringBuilder text, Budget budget) {
        int before = text.length();
        if (value.isArray()) {
            text.append('[');
            for (JsonNode item : value) {
                write(item, text, budget);
                text.append(',');
            }
            text.append(']');
        } else if (value.isObject()) {
            text.append('{');
            Map<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.forEach((name, member) -> {
                quote(name, text);
                text.append(':');
                write(member, text, budget);
                text.append(',');
            });
            text.append('}');
        } else if (value.isTextual()) {
            quote(value.textValue(), text);
            budget.chargeCharacters(text.length() - before);
        } else {
            text.append(key(value, budget));
        }
        budget.charge(STEPS);
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"').append(value.length()).append(':').append(value).append('"');
    }
}
