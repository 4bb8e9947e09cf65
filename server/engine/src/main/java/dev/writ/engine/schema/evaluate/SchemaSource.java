package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A schema that is being compiled, as its keywords see it. */
record SchemaSource(Compilation compilation, SchemaNode schema) {
    Place place() {
        return schema.place();
    }

    Site site(String keyword) {
        return new Site(place(), keyword);
    }

    /** A missing node where the keyword is not there. */
    JsonNode get(String keyword) {
        return schema.node().path(keyword);
    }

    boolean has(String keyword) {
        return schema.node().has(keyword);
    }

    boolean is30() {
        return compilation.schemas().dialect() == Dialect.OPENAPI_3_0;
    }

    /** The schema that is the value of a keyword. */
    Schema subschema(String keyword) {
        return compilation.schema(new SchemaNode(place().child(keyword), get(keyword)));
    }

    /** The schema that is the value of a keyword, or {@code true} if there is none. */
    Schema subschemaOrAny(String keyword) {
        return has(keyword) ? subschema(keyword) : new AnySchema(place().child(keyword));
    }

    /** The sources of the schemas in the list that is the value of a keyword. */
    List<SchemaNode> list(String keyword) {
        List<SchemaNode> nodes = new ArrayList<>();
        JsonNode value = get(keyword);
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            nodes.add(new SchemaNode(place().child(keyword).child(Integer.toString(i)), value.get(i)));
        }
        return nodes;
    }

    List<Schema> subschemas(String keyword) {
        return list(keyword).stream().map(compilation::schema).toList();
    }

    Map<String, SchemaNode> map(String keyword) {
        Map<String, SchemaNode> nodes = new LinkedHashMap<>();
        get(keyword)
                .properties()
                .forEach(entry -> nodes.put(
                        entry.getKey(),
                        new SchemaNode(place().child(keyword).child(entry.getKey()), entry.getValue())));
        return nodes;
    }

    Map<String, Schema> subschemaMap(String keyword) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        map(keyword).forEach((name, node) -> schemas.put(name, compilation.schema(node)));
        return schemas;
    }

    /** The texts in the list that is the value of a keyword. */
    Set<String> names(JsonNode list) {
        Set<String> names = new LinkedHashSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
