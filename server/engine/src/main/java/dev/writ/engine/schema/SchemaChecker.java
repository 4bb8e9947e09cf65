package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A schema that can be asked. Thread-safe. */
@FunctionalInterface
public interface SchemaChecker {
    /** Judges a value. That of a request becomes the checker's own, and may be changed; that of a response never is. */
    Evaluation check(JsonNode value);

    /** Whether anything that the schema says, or one that it refers to, may be {@code writeOnly} in a response. */
    default boolean redacts() {
        return false;
    }

    /**
     * A copy of a response's value without the properties and items that are {@code writeOnly}, be it valid or not; the value
     * itself if it has none. Of {@code oneOf} and {@code anyOf} those alternatives count that hold and the one that the
     * discriminator names, or all of them if there is none.
     */
    default JsonNode redact(JsonNode value) {
        return value;
    }
}
