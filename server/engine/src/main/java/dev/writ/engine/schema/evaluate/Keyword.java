package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;

/** A keyword of a schema, compiled. Immutable: what one check has to remember is in its {@link Run}. */
@FunctionalInterface
interface Keyword {
    /** Whether the value is what the keyword says; if not, and the run reports, every error is told to it. */
    boolean test(JsonNode value, Run run);

    /** Finds what is write-only in a value that need not be valid: in the schemas that the keyword applies. */
    default void redact(JsonNode value, Redaction redaction) {}
}
