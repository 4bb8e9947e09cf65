package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;

/** {@code true}, and every schema that says nothing. */
record AnySchema(Place place) implements Schema {
    @Override
    public boolean test(JsonNode value, Run run) {
        return true;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {}
}
