package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code $ref}; the schema it leads to is compiled when a value gets there, since it may lead back here. */
final class Reference implements Keyword {
    private final SchemaSource source;
    private final SchemaNode target;
    private volatile @Nullable Schema schema;

    private Reference(SchemaSource source, SchemaNode target) {
        this.source = source;
        this.target = target;
    }

    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new Reference(source, target(source, "$ref")));
    }

    static SchemaNode target(SchemaSource source, String keyword) {
        String reference = source.get(keyword).asText();
        return source.compilation()
                .schemas()
                .reference(source.schema(), reference)
                .orElseThrow(() -> Compilation.fault(source.schema(), keyword + " '" + reference + "' leads nowhere"));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return run.isApplied(schema(), value)
                || run.shared(schema(), value, !source.compilation().isDynamic());
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        schema().redact(value, redaction);
    }

    private Schema schema() {
        Schema known = schema;
        if (known == null) {
            known = source.compilation().schema(target);
            schema = known;
        }
        return known;
    }
}
