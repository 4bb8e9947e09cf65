package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.Map;
import java.util.function.Consumer;

/** Where schemas stand within a schema. Nothing else is one: not the values of {@code enum}, {@code const} or {@code default}. */
public final class Subschemas {
    private enum Shape {
        ONE,
        LIST,
        MAP
    }

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("additionalProperties", Shape.ONE),
            Map.entry("items", Shape.ONE),
            Map.entry("contains", Shape.ONE),
            Map.entry("propertyNames", Shape.ONE),
            Map.entry("not", Shape.ONE),
            Map.entry("if", Shape.ONE),
            Map.entry("then", Shape.ONE),
            Map.entry("else", Shape.ONE),
            Map.entry("unevaluatedItems", Shape.ONE),
            Map.entry("unevaluatedProperties", Shape.ONE),
            Map.entry("contentSchema", Shape.ONE),
            Map.entry("allOf", Shape.LIST),
            Map.entry("anyOf", Shape.LIST),
            Map.entry("oneOf", Shape.LIST),
            Map.entry("prefixItems", Shape.LIST),
            Map.entry("properties", Shape.MAP),
            Map.entry("patternProperties", Shape.MAP),
            Map.entry("dependentSchemas", Shape.MAP),
            Map.entry("$defs", Shape.MAP),
            Map.entry("definitions", Shape.MAP));

    private Subschemas() {}

    /** Whether the value of that keyword is a schema, or schemas. */
    public static boolean isUnder(String keyword) {
        return SHAPES.containsKey(keyword);
    }

    /** Those directly below, in the order of the document. */
    public static void of(SchemaNode schema, Consumer<SchemaNode> each) {
        schema.node().properties().forEach(member -> of(schema, member.getKey(), each));
    }

    /** Those under one keyword. */
    static void of(SchemaNode schema, String keyword, Consumer<SchemaNode> each) {
        Shape shape = SHAPES.get(keyword);
        JsonNode value = schema.node().path(keyword);
        if (shape != null && value.isContainerNode()) {
            of(schema.place().child(keyword), value, shape, each);
        }
    }

    private static void of(Place place, JsonNode value, Shape shape, Consumer<SchemaNode> each) {
        switch (shape) {
            case ONE -> each.accept(new SchemaNode(place, value));
            case LIST -> {
                for (int i = 0; i < value.size() && value.isArray(); i++) {
                    each.accept(new SchemaNode(place.child(Integer.toString(i)), value.get(i)));
                }
            }
            case MAP ->
                value.properties()
                        .forEach(entry -> each.accept(new SchemaNode(place.child(entry.getKey()), entry.getValue())));
        }
    }
}
