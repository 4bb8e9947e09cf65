package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the shapes of schemas, with all that applies in the same place: references, {@code allOf}, alternatives. */
final class SchemaShapes {
    private final Schemas schemas;

    SchemaShapes(Schemas schemas) {
        this.schemas = schemas;
    }

    Dialect dialect() {
        return schemas.dialect();
    }

    SchemaShape of(SchemaNode schema) {
        return of(schema, new HashMap<>());
    }

    /** Of the schema at {@code path} below another. */
    SchemaShape of(SchemaNode parent, String... path) {
        return of(below(parent, path));
    }

    private static SchemaNode below(SchemaNode parent, String... path) {
        Place place = parent.place();
        JsonNode node = parent.node();
        for (String token : path) {
            place = place.child(token);
            node = node.isArray() ? node.path(Integer.parseInt(token)) : node.path(token);
        }
        return new SchemaNode(place, node);
    }

    /** {@code seen} holds what was made for the same value already: a schema that comes round to itself adds nothing. */
    private SchemaShape of(SchemaNode schema, Map<Place, SchemaShape> seen) {
        if (!schema.node().isObject()) {
            return AnyShape.INSTANCE;
        }
        SchemaShape known = seen.putIfAbsent(schema.place(), AnyShape.INSTANCE);
        if (known != null) {
            return known;
        }
        List<SchemaShape> parts = new ArrayList<>();
        parts.add(new KeywordShape(schema, this));
        SchemaNode target = schemas.resolved(schema);
        if (!target.equals(schema)) {
            parts.add(of(target, seen));
        }
        parts.addAll(listed(schema, "allOf", seen));
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<SchemaShape> alternatives = listed(schema, keyword, seen);
            if (!alternatives.isEmpty()) {
                parts.add(CombinedShape.oneOf(alternatives));
            }
        }
        parts.add(CombinedShape.oneOf(List.of(of(below(schema, "then"), seen), of(below(schema, "else"), seen))));
        schema.node()
                .path("dependentSchemas")
                .fieldNames()
                .forEachRemaining(name -> parts.add(CombinedShape.oneOf(
                        List.of(of(below(schema, "dependentSchemas", name), seen), AnyShape.INSTANCE))));
        SchemaShape shape = CombinedShape.allOf(parts);
        seen.put(schema.place(), shape);
        return shape;
    }

    private List<SchemaShape> listed(SchemaNode schema, String keyword, Map<Place, SchemaShape> seen) {
        List<SchemaShape> shapes = new ArrayList<>();
        for (int i = 0; i < schema.node().path(keyword).size(); i++) {
            shapes.add(of(below(schema, keyword, Integer.toString(i)), seen));
        }
        return shapes;
    }
}
