package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.Octets;
import java.util.Locale;
import java.util.Optional;

/** The types of JSON Schema. */
enum Type {
    NULL(1),
    BOOLEAN(1 << 1),
    OBJECT(1 << 2),
    ARRAY(1 << 3),
    NUMBER(1 << 4),
    STRING(1 << 5),
    INTEGER(1 << 6);

    private static final int ANY = -1;

    private final int bit;

    Type(int bit) {
        this.bit = bit;
    }

    static Optional<Type> named(String name) {
        for (Type type : values()) {
            if (type.text().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int bit() {
        return bit;
    }

    /** The types that a value has; an integer is a number as well. */
    static int bitsOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> NULL.bit();
            case BOOLEAN -> BOOLEAN.bit();
            case OBJECT -> OBJECT.bit();
            case ARRAY -> ARRAY.bit();
            case STRING, BINARY -> STRING.bit();
            case NUMBER ->
                Values.isInteger(value) ? NUMBER.bit() | INTEGER.bit() : Values.isNumber(value) ? NUMBER.bit() : 0;
            case POJO -> value instanceof Octets octets ? octets.isOpaque() ? ANY : STRING.bit() : 0;
            case MISSING -> 0;
        };
    }
}
