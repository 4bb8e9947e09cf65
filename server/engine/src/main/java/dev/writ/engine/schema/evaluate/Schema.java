package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;

/** A schema, compiled. Immutable. */
sealed interface Schema permits AnySchema, NoneSchema, ObjectSchema {
    boolean test(JsonNode value, Run run);

    Place place();
}
