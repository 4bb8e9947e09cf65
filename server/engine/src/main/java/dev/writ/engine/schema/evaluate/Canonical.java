package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are equal where JSON values are: {@code 1} and {@code 1.0}, objects whatever their order. Those of scalars are
 * comparable to their like, so that a hash table stays fast when a client chooses values of one hash.
 */
final class Canonical {
    /** What is not JSON is equal to nothing that is. */
    private record Foreign(String text) {}

    /** An array or object; to compare two of one hash is charged to the check that asks. */
    private record Tree(JsonNode node, long hash, Budget budget) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tree tree && tree.hash == hash && same(node, tree.node, budget);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }
    }

    private Canonical() {}

    static Object key(JsonNode value, Budget budget) {
        return value.isContainerNode() ? new Tree(value, budget.hashes().of(value), budget) : scalar(value);
    }

    static Object scalar(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING, BINARY -> value.asText();
            case NUMBER -> number(value);
            case BOOLEAN -> value.booleanValue();
            case POJO -> value;
            default -> new Foreign("null");
        };
    }

    private static Object number(JsonNode value) {
        if (Values.isLong(value)) {
            return value.longValue();
        }
        if (!Values.isNumber(value)) {
            return new Foreign(value.asText());
        }
        BigDecimal decimal = value.decimalValue().stripTrailingZeros();
        // No more digits than a long has, whatever the exponent.
        if (decimal.scale() <= 0 && (long) decimal.precision() - decimal.scale() < 19) {
            return decimal.longValueExact();
        }
        return decimal;
    }

    private static boolean same(JsonNode one, JsonNode other, Budget budget) {
        budget.charge(1);
        if (one.isArray() != other.isArray() || one.isObject() != other.isObject()) {
            return false;
        }
        if (!one.isContainerNode()) {
            return scalar(one).equals(scalar(other));
        }
        if (one.size() != other.size()) {
            return false;
        }
        if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i), budget)) {
                    return false;
                }
            }
            return true;
        }
        for (var member : one.properties()) {
            JsonNode counterpart = other.get(member.getKey());
            if (counterpart == null || !same(member.getValue(), counterpart, budget)) {
                return false;
            }
        }
        return true;
    }
}
