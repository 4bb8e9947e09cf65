package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.Optional;

/** {@code $dynamicRef} (JSON Schema 2020-12 Core, section 8.2.3.2). */
record DynamicReference(SchemaSource source, SchemaNode target, Optional<String> anchor) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        source.compilation().becomesDynamic();
        String reference = source.get("$dynamicRef").asText();
        String fragment = reference.substring(reference.indexOf('#') + 1);
        SchemaNode target = Reference.target(source, "$dynamicRef");
        // Only where the anchor that it leads to is itself dynamic.
        Optional<String> anchor = Optional.of(fragment)
                .filter(name -> target.node().path("$dynamicAnchor").asText().equals(name));
        return Optional.of(new DynamicReference(source, target, anchor));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return run.shared(schema(run.scope), value, false);
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {
        schema(redaction.scope()).redact(value, redaction);
    }

    private Schema schema(Scope scope) {
        Optional<Place> place = anchor.flatMap(scope::outermost);
        return source.compilation()
                .schema(place.map(source.compilation().schemas()::at).orElse(target));
    }
}
