package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code anyOf}. */
record AnyOf(Site site, Alternatives alternatives) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new AnyOf(source.site("anyOf"), Alternatives.of(source, "anyOf")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        boolean any = false;
        for (Schema schema : alternatives.schemas()) {
            any |= run.quietly(schema, value);
            // The others may have looked at properties too.
            if (any && run.evaluated() == null) {
                return true;
            }
        }
        return any || (run.reports() && alternatives.explain(site, value, run));
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        alternatives.redact(value, redaction);
    }
}
