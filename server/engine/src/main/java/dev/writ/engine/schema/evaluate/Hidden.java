package dev.writ.engine.schema.evaluate;

import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Schemas;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which properties belong to the other side: read-only ones are the server's, write-only ones the client's. */
final class Hidden {
    private final Schemas schemas;
    private final String keyword;

    private Hidden(SchemaSource source) {
        this.schemas = source.compilation().schemas();
        this.keyword = source.compilation().direction() == Direction.REQUEST ? "readOnly" : "writeOnly";
    }

    /** Of those that the schema itself declares. */
    static Set<String> properties(SchemaSource source) {
        Hidden hidden = new Hidden(source);
        Set<String> names = new LinkedHashSet<>();
        hidden.declared(source, names);
        return names;
    }

    /** Of those that it, or a schema that always applies with it, declares. */
    static Set<String> optional(SchemaSource source) {
        Set<String> names = new LinkedHashSet<>();
        new Hidden(source).collect(source, names, new HashSet<>());
        return names;
    }

    private void collect(SchemaSource source, Set<String> names, Set<SchemaNode> seen) {
        if (!source.schema().node().isObject() || !seen.add(source.schema())) {
            return;
        }
        declared(source, names);
        source.list("allOf").forEach(part -> collect(new SchemaSource(source.compilation(), part), names, seen));
        reference(source.schema())
                .forEach(target -> collect(new SchemaSource(source.compilation(), target), names, seen));
    }

    private void declared(SchemaSource source, Set<String> names) {
        source.map("properties").forEach((name, property) -> {
            if (isHidden(property, new HashSet<>())) {
                names.add(name);
            }
        });
    }

    private boolean isHidden(SchemaNode property, Set<SchemaNode> seen) {
        if (!property.node().isObject() || !seen.add(property)) {
            return false;
        }
        boolean plain = !property.node().has("$ref") || schemas.dialect() != Dialect.OPENAPI_3_0;
        if (plain && property.node().path(keyword).asBoolean()) {
            return true;
        }
        for (int i = 0; i < property.node().path("allOf").size(); i++) {
            SchemaNode part = new SchemaNode(
                    property.place().child("allOf").child(Integer.toString(i)),
                    property.node().get("allOf").get(i));
            if (isHidden(part, seen)) {
                return true;
            }
        }
        return reference(property).stream().anyMatch(target -> isHidden(target, seen));
    }

    private Set<SchemaNode> reference(SchemaNode schema) {
        return schema.node().path("$ref").isTextual()
                ? schemas.reference(schema, schema.node().get("$ref").textValue())
                        .map(Set::of)
                        .orElse(Set.of())
                : Set.of();
    }
}
