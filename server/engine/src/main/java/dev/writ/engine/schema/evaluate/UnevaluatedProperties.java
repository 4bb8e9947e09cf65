package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** {@code unevaluatedProperties}: what no other keyword of the schema, nor of those applied in place, has looked at. */
record UnevaluatedProperties(Schema schema) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new UnevaluatedProperties(source.subschema("unevaluatedProperties")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        Evaluated evaluated = run.evaluated();
        if (!value.isObject() || evaluated == null) {
            return true;
        }
        boolean valid = true;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!evaluated.has(member.getKey())) {
                evaluated.add(member.getKey());
                valid &= run.member(schema, member.getValue(), member.getKey(), value.size());
            }
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        value.properties().forEach(member -> {
            if (!redaction.hasSeen(member.getKey())) {
                redaction.member(schema, value, member.getKey());
            }
        });
    }
}
