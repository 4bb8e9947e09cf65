package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code unevaluatedItems}: what no other keyword of the schema, nor of those applied in place, has looked at. */
record UnevaluatedItems(Schema schema) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new UnevaluatedItems(source.subschema("unevaluatedItems")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        Evaluated evaluated = run.evaluated();
        if (!value.isArray() || evaluated == null) {
            return true;
        }
        boolean valid = true;
        for (int i = 0; i < value.size(); i++) {
            if (!evaluated.has(i)) {
                evaluated.add(i);
                valid &= run.item(schema, value.get(i), i, value.size());
            }
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (!redaction.hasSeen(i)) {
                redaction.item(schema, value, i);
            }
        }
    }
}
