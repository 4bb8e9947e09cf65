package dev.writ.engine.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an extension member may be called, and what it may be. */
final class ExtensionMember {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,}");
    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance", "violations");
    private static final int MAX_DEPTH = 20;

    private ExtensionMember() {}

    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' is no name of an extension member: at least three letters, digits and underscores, a letter first");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is a member of every problem, not an extension");
        }
        return name;
    }

    /** A copy that nobody can change. */
    static Object value(Object value) {
        return copy(value, 0);
    }

    private static Object copy(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("an extension member is nested more than " + MAX_DEPTH + " deep");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> copy(item, depth + 1)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), copy(member, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof String || value instanceof Boolean || isFinite(value)) {
            return value;
        }
        throw new IllegalArgumentException("JSON has no value such as "
                + (value instanceof Number number ? number : value.getClass().getName()));
    }

    private static boolean isFinite(Object value) {
        return (value instanceof Number number && Double.isFinite(number.doubleValue()))
                || value instanceof BigDecimal
                || value instanceof BigInteger;
    }
}
