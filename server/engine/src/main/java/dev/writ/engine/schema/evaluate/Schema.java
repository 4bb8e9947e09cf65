package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;

/** A schema, compiled. Immutable. */
sealed interface Schema permits AnySchema, NoneSchema, ObjectSchema {
    boolean test(JsonNode value, Run run);

    /** Finds what is write-only in a value that need not be valid. */
    void redact(JsonNode value, Redaction redaction);

    Place place();
}
