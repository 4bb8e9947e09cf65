package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code if} with {@code then} and {@code else}. */
record Conditional(Schema condition, Schema then, Schema otherwise) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(
                new Conditional(source.subschema("if"), source.subschemaOrAny("then"), source.subschemaOrAny("else")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return (run.quietly(condition, value) ? then : otherwise).test(value, run);
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        boolean holds = redaction.holds(condition, value);
        if (holds) {
            condition.redact(value, redaction);
            then.redact(value, redaction);
        }
        if (!holds || redaction.isCoarse()) {
            otherwise.redact(value, redaction);
        }
    }
}
