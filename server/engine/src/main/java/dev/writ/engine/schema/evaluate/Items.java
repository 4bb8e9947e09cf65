package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code prefixItems} and {@code items}. */
final class Items implements Keyword {
    private final Schema[] prefix;
    private final @Nullable Schema rest;

    private Items(List<Schema> prefix, @Nullable Schema rest) {
        this.prefix = prefix.toArray(Schema[]::new);
        this.rest = rest;
    }

    static Optional<Keyword> of(SchemaSource source) {
        List<Schema> prefix = source.is30() ? List.of() : source.subschemas("prefixItems");
        Schema rest = source.has("items") ? source.subschema("items") : null;
        return Optional.of(new Items(prefix, rest));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isArray()) {
            return true;
        }
        boolean valid = true;
        int end = rest == null ? Math.min(prefix.length, value.size()) : value.size();
        for (int i = 0; i < end; i++) {
            Schema schema = i < prefix.length || rest == null ? prefix[i] : rest;
            if (!run.item(schema, value.get(i), i, value.size())) {
                if (!run.reports()) {
                    return false;
                }
                valid = false;
            }
        }
        Evaluated evaluated = run.evaluated();
        if (evaluated != null) {
            evaluated.addBefore(end);
        }
        return valid;
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            Schema schema = i < prefix.length ? prefix[i] : rest;
            if (schema != null) {
                redaction.item(schema, value, i);
            }
        }
    }
}
