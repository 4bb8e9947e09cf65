package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.pattern.EcmaPattern;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code properties}, {@code patternProperties} and {@code additionalProperties}: one pass over the members. */
final class Members implements Keyword {
    private record Patterned(EcmaPattern pattern, Schema schema) {}

    private final Map<String, Schema> declared;
    private final Patterned[] patterned;
    private final @Nullable Schema additional;

    private Members(Map<String, Schema> declared, Patterned[] patterned, @Nullable Schema additional) {
        this.declared = declared;
        this.patterned = patterned;
        this.additional = additional;
    }

    static Optional<Keyword> of(SchemaSource source) {
        Patterned[] patterned = source.is30()
                ? new Patterned[0]
                : source.subschemaMap("patternProperties").entrySet().stream()
                        .map(entry -> new Patterned(PatternKeyword.compile(source, entry.getKey()), entry.getValue()))
                        .toArray(Patterned[]::new);
        Schema additional = source.has("additionalProperties") ? source.subschema("additionalProperties") : null;
        return Optional.of(new Members(source.subschemaMap("properties"), patterned, additional));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isObject()) {
            return true;
        }
        return run.reports() ? report(value, run) : all(value, run);
    }

    private boolean all(JsonNode value, Run run) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Schema schema = declared.get(member.getKey());
            if (schema != null) {
                mark(member.getKey(), run);
                if (!run.member(schema, member.getValue(), member.getKey(), value.size())) {
                    return false;
                }
            }
            if ((schema == null || patterned.length > 0)
                    && !other(value, member.getKey(), member.getValue(), schema != null, run)) {
                return false;
            }
        }
        return true;
    }

    /** In the order of the schema. */
    private boolean report(JsonNode value, Run run) {
        boolean valid = true;
        for (Map.Entry<String, Schema> property : declared.entrySet()) {
            JsonNode member = value.get(property.getKey());
            if (member != null) {
                mark(property.getKey(), run);
                valid &= run.member(property.getValue(), member, property.getKey(), value.size());
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            valid &= other(value, member.getKey(), member.getValue(), declared.containsKey(member.getKey()), run);
        }
        return valid;
    }

    private boolean other(JsonNode object, String name, JsonNode member, boolean known, Run run) {
        boolean valid = true;
        boolean matched = known;
        for (Patterned one : patterned) {
            if (PatternKeyword.occurs(one.pattern(), name, run)) {
                matched = true;
                valid &= run.member(one.schema(), member, name, object.size());
            }
        }
        if (!matched && additional != null) {
            matched = true;
            valid &= run.member(additional, member, name, object.size());
        }
        if (matched) {
            mark(name, run);
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            Schema schema = declared.get(name);
            boolean known = schema != null;
            if (schema != null) {
                redaction.member(schema, value, name);
            }
            for (Patterned one : patterned) {
                if (redaction.occurs(one.pattern(), name)) {
                    known = true;
                    redaction.member(one.schema(), value, name);
                }
            }
            if (!known && additional != null) {
                redaction.member(additional, value, name);
            }
        }
    }

    private static void mark(String name, Run run) {
        Evaluated evaluated = run.evaluated();
        if (evaluated != null) {
            evaluated.add(name);
        }
    }
}
