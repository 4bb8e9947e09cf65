package dev.writ.engine.validate.parameter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which JSON a schema lets a value be, as far as that can be told without a value: what a text is read as depends on it.
 * It may allow too much, for the schema itself is asked afterwards, but never too little. Thread-safe.
 */
interface SchemaShape {
    /** The types that a value may have. */
    Set<JsonType> types();

    /** Of a schema that allows every type: those that it speaks of. */
    Set<JsonType> hints();

    SchemaShape property(String name);

    SchemaShape item(int index);

    /** How many of the first items have a schema of their own. */
    int prefix();

    /** The names under {@code properties}. */
    Set<String> propertyNames();

    /** Whether an object may have other properties. */
    boolean open();

    /** Whether the schema says itself that an object may have other properties. */
    boolean openBySaying();

    /** Whether a string of it is octets that are no text (OpenAPI 3.1, section 4.8.24.6). */
    default boolean octets() {
        return false;
    }

    /** In what its octets are written as text, in lower case: {@code base64}, say. */
    default Optional<String> coding() {
        return Optional.empty();
    }

    /** Whether nothing is said of what a value is, which from OpenAPI 3.1 on means octets where there can be some. */
    default boolean untyped() {
        return false;
    }

    default boolean allows(JsonType type) {
        return types().contains(type);
    }

    /** The types among which a text has the choice, in this order: null only where nothing else fits. */
    default List<JsonType> scalars() {
        List<JsonType> order = new ArrayList<>();
        if (types().size() < JsonType.values().length) {
            types().stream().filter(JsonType::isScalar).forEach(order::add);
            return order;
        }
        hints().stream().filter(JsonType::isScalar).forEach(order::add);
        Set<JsonType> rest = EnumSet.of(JsonType.INTEGER, JsonType.NUMBER, JsonType.BOOLEAN, JsonType.NULL);
        rest.removeAll(order);
        if (!order.contains(JsonType.STRING)) {
            order.add(JsonType.STRING);
        }
        order.addAll(rest);
        return order;
    }
}
