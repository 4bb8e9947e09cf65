package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fills in the {@code default}s of properties that are missing in a request, where the application has asked for it, and of a form of Swagger 2.0. */
record Defaults(Map<String, JsonNode> values) implements Keyword {
    /** None where nothing is to be filled in. */
    static Optional<Keyword> of(SchemaSource source) {
        boolean form = source.place().document().uri().equals(SwaggerSchema.FORM);
        if (source.compilation().direction() == Direction.RESPONSE
                || !(form || source.compilation().options().fillDefaults())) {
            return Optional.empty();
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        source.map("properties").forEach((name, property) -> {
            JsonNode own = property.node().get("default");
            JsonNode value = own == null
                    ? source.compilation().schemas().resolved(property).node().get("default")
                    : own;
            if (value != null) {
                values.put(name, value);
            }
        });
        return values.isEmpty() ? Optional.empty() : Optional.of(new Defaults(values));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (value instanceof ObjectNode object) {
            values.forEach((name, filling) -> {
                if (!object.has(name)) {
                    run.edits().fill(object, name, filling);
                }
            });
        }
        return true;
    }
}
