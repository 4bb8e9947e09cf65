package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code oneOf}. */
record OneOf(Site site, Alternatives alternatives) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new OneOf(source.site("oneOf"), Alternatives.of(source, "oneOf")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        int matches = 0;
        for (Schema schema : alternatives.schemas()) {
            if (run.quietly(schema, value) && ++matches > 1 && !run.reports()) {
                return false;
            }
        }
        if (matches == 0) {
            return run.reports() && alternatives.explain(site, value, run);
        }
        int several = matches;
        return matches == 1 || run.fail(site, () -> "must match one alternative only, matched " + several);
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        alternatives.redact(value, redaction);
    }
}
