package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Hashes of values that are equal where the values are. A large array or object is hashed once in a check, however many schemas
 * around it ask. They depend on a secret of the process, so that no client can choose values of one hash.
 */
final class Hashes {
    private static final long SECRET = new SecureRandom().nextLong();
    /** The fraction of the golden ratio: its bits have no pattern. */
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private static final int SMALL = 8;

    private final Budget budget;
    private final IdentityHashMap<JsonNode, Long> known = new IdentityHashMap<>();

    Hashes(Budget budget) {
        this.budget = budget;
    }

    long of(JsonNode value) {
        budget.charge(1);
        if (!value.isContainerNode()) {
            return scalar(value);
        }
        Long before = known.get(value);
        if (before != null) {
            return before;
        }
        long hash = value.isArray() ? array(value) : object(value);
        budget.charge(6);
        if (isWorthKeeping(value)) {
            budget.charge(4);
            known.put(value, hash);
        }
        return hash;
    }

    private static boolean isWorthKeeping(JsonNode value) {
        if (value.size() > SMALL) {
            return true;
        }
        for (JsonNode child : value) {
            if (child.isContainerNode()) {
                return true;
            }
        }
        return false;
    }

    private long array(JsonNode value) {
        long hash = SECRET + 1;
        for (JsonNode item : value) {
            hash = mixed(hash + of(item));
        }
        return hash;
    }

    /** Whatever the order of the members. */
    private long object(JsonNode value) {
        long hash = SECRET + 2;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            hash += mixed(text(member.getKey()) + of(member.getValue()));
        }
        return mixed(hash);
    }

    private long scalar(JsonNode value) {
        Object key = Canonical.scalar(value);
        if (key instanceof String text) {
            return text(text);
        }
        return mixed(key instanceof Long number ? SECRET ^ number : SECRET + key.hashCode());
    }

    private long text(String text) {
        budget.chargeCharacters(text.length());
        long hash = SECRET + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash ^ text.charAt(i));
        }
        return hash;
    }

    private static long mixed(long bits) {
        long product = bits * ODD;
        return product ^ (product >>> 29);
    }
}
