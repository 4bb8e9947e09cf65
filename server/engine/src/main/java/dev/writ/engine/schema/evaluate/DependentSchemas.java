package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** {@code dependentSchemas}. */
record DependentSchemas(Map<String, Schema> schemas) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new DependentSchemas(source.subschemaMap("dependentSchemas")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        boolean valid = true;
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            if (value.isObject() && value.has(entry.getKey())) {
                valid &= entry.getValue().test(value, run);
            }
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        schemas.forEach((name, schema) -> {
            if (value.isObject() && value.has(name)) {
                schema.redact(value, redaction);
            }
        });
    }
}
