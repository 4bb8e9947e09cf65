package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A schema that can be asked. Thread-safe. */
@FunctionalInterface
public interface SchemaChecker {
    /** Judges a value, which becomes the checker's own: it may be changed. */
    Evaluation check(JsonNode value);
}
