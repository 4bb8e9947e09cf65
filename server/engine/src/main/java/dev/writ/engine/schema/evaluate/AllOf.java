package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** {@code allOf}. */
final class AllOf implements Keyword {
    private final Schema[] schemas;

    private AllOf(List<Schema> schemas) {
        this.schemas = schemas.toArray(Schema[]::new);
    }

    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new AllOf(source.subschemas("allOf")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        boolean valid = true;
        for (Schema schema : schemas) {
            if (!schema.test(value, run)) {
                if (!run.reports()) {
                    return false;
                }
                valid = false;
            }
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        for (Schema schema : schemas) {
            schema.redact(value, redaction);
        }
    }
}
