package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.Optional;

/** The default that a schema gives itself, or the one that it refers to, or a part of {@code allOf}. */
final class Defaults {
    private static final int MAX_DEPTH = 20;

    private Defaults() {}

    static Optional<JsonNode> of(SchemaNode schema, Schemas schemas) {
        return find(schema, schemas, MAX_DEPTH).filter(value -> !value.isNull());
    }

    private static Optional<JsonNode> find(SchemaNode schema, Schemas schemas, int depth) {
        JsonNode own = schema.node().get("default");
        if (own != null || depth == 0) {
            return Optional.ofNullable(own);
        }
        SchemaNode target = schemas.resolved(schema);
        if (!target.equals(schema)) {
            return find(target, schemas, depth - 1);
        }
        JsonNode parts = schema.node().path("allOf");
        for (int i = 0; i < parts.size(); i++) {
            SchemaNode part = new SchemaNode(schema.place().child("allOf").child(Integer.toString(i)), parts.get(i));
            Optional<JsonNode> found = find(part, schemas, depth - 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
