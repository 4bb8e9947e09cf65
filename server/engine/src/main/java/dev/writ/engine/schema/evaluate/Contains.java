package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code contains} with {@code minContains} and {@code maxContains}. */
record Contains(SchemaSource source, Schema schema, long min, long max) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new Contains(
                source,
                source.subschema("contains"),
                counts(source) ? Size.limit(source, "minContains").orElse(1L) : 1,
                counts(source) ? Size.limit(source, "maxContains").orElse(Long.MAX_VALUE) : Long.MAX_VALUE));
    }

    /** The two belong to another vocabulary than {@code contains} does. */
    private static boolean counts(SchemaSource source) {
        return !source.compilation()
                .schemas()
                .resource(source.schema())
                .vocabularies()
                .disabled()
                .contains("validation");
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isArray()) {
            return true;
        }
        Evaluated evaluated = run.evaluated();
        long found = 0;
        for (int i = 0; i < value.size(); i++) {
            if (run.quietlyDeeper(schema, value.get(i))) {
                found++;
                if (evaluated != null) {
                    evaluated.add(i);
                }
            }
        }
        long matches = found;
        if (found < min) {
            String keyword = found == 0 ? "contains" : "minContains";
            return run.fail(source.site(keyword), () -> count("at least", min, matches));
        }
        return found <= max || run.fail(source.site("maxContains"), () -> count("at most", max, matches));
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (redaction.holds(schema, value.get(i))) {
                redaction.item(schema, value, i);
            }
        }
    }

    private static String count(String bound, long limit, long found) {
        return Messages.size("have", bound, limit, "item", "had", found) + " that fit 'contains'";
    }
}
