package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.List;

/** A schema from afar: of which type its values are, and which of their properties can have one value only. */
record Outline(Schemas schemas, SchemaNode schema) {
    private static final int MAX_DEPTH = 8;

    boolean fitsType(JsonNode value) {
        return fitsType(schema, value, 0);
    }

    boolean fitsTags(JsonNode value) {
        return fitsTags(schema, value, 0);
    }

    private boolean fitsType(SchemaNode node, JsonNode value, int depth) {
        SchemaNode at = schemas.resolved(node);
        JsonNode type = at.node().path("type");
        if (type.isTextual() || type.isArray()) {
            Iterable<JsonNode> names = type.isArray() ? type : List.of(type);
            int bits = 0;
            for (JsonNode name : names) {
                bits |= Type.named(name.asText()).map(Type::bit).orElse(0);
            }
            if ((bits & Type.bitsOf(value)) == 0) {
                return false;
            }
        } else if (at.node().has("properties") && !value.isObject()) {
            return false;
        }
        for (int i = 0; i < at.node().path("allOf").size() && depth < MAX_DEPTH; i++) {
            if (!fitsType(part(at, i), value, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsTags(SchemaNode node, JsonNode value, int depth) {
        SchemaNode at = schemas.resolved(node);
        for (var property : at.node().path("properties").properties()) {
            JsonNode given = value.get(property.getKey());
            JsonNode tag = schemas.resolved(new SchemaNode(
                            at.place().child("properties").child(property.getKey()), property.getValue()))
                    .node();
            boolean single = tag.has("const") || tag.path("enum").size() == 1;
            if (single
                    && given != null
                    && !given.equals(
                            tag.has("const")
                                    ? tag.get("const")
                                    : tag.path("enum").get(0))) {
                return false;
            }
        }
        for (int i = 0; i < at.node().path("allOf").size() && depth < MAX_DEPTH; i++) {
            if (!fitsTags(part(at, i), value, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static SchemaNode part(SchemaNode schema, int index) {
        return new SchemaNode(
                schema.place().child("allOf").child(Integer.toString(index)),
                schema.node().get("allOf").get(index));
    }
}
