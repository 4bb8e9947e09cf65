package dev.writ.codegen;

import java.util.Optional;

/**
 * A property of an object schema, as a component of a record.
 *
 * @param json its name in the contract
 * @param java its name in Java
 * @param value the type of its value, were it there and not null
 * @param fallback the expression for the contract's default
 */
record Property(
        String json, String java, JavaType value, Presence presence, Optional<String> fallback, String description) {
    /** What stands for a property that is absent or null. */
    enum Presence {
        /** It is there and not null. */
        REQUIRED,
        /** It is there and may be null. */
        REQUIRED_NULLABLE,
        /** Absent is null. */
        OPTIONAL,
        /** Absent is the default. */
        DEFAULTED,
        /** Absent and null are told apart. */
        MAYBE,
        /** Not one property, but all that the contract does not name. */
        ADDITIONAL
    }

    boolean required() {
        return presence == Presence.REQUIRED || presence == Presence.REQUIRED_NULLABLE;
    }

    /** The type of the component. */
    JavaType type() {
        return switch (presence) {
            case REQUIRED, ADDITIONAL -> value;
            case DEFAULTED -> value.boxed();
            case REQUIRED_NULLABLE, OPTIONAL -> value.orNull();
            case MAYBE -> JavaType.of(RecordShapes.MAYBE, value.boxed());
        };
    }
}
