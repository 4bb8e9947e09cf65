package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Schemas of OpenAPI 3.2 as ones of 3.1: only what is a schema is looked into, never values ({@code default}, {@code enum},
 * {@code const}, {@code examples}) that look like one.
 */
final class OpenApi32Schemas {
    /** In a discriminator: the schema of what its mapping does not name. */
    static final String DEFAULT = "x-writ-default";

    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> SINGLE = Set.of(
            "items",
            "additionalProperties",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema",
            "not",
            "if",
            "then",
            "else");
    /** They tell what references mean; there are none here but those to components. */
    private static final Set<String> IDENTIFIERS = Set.of("$id", "$anchor", "$dynamicAnchor");

    private final References references;

    OpenApi32Schemas(References references) {
        this.references = references;
    }

    /** What is no object, such as {@code true}, stays as it is. */
    JsonNode schema(JsonNode schema, Source outer) {
        if (!(schema instanceof ObjectNode object)) {
            return schema.deepCopy();
        }
        Source in = outer.within(schema);
        ObjectNode copy = object.objectNode();
        object.properties().forEach(member -> {
            if (!IDENTIFIERS.contains(member.getKey()) || !member.getValue().isTextual()) {
                copy.set(member.getKey(), keyword(object, member.getKey(), member.getValue(), in));
            }
        });
        return copy;
    }

    private JsonNode keyword(ObjectNode schema, String keyword, JsonNode value, Source in) {
        if (keyword.equals("$ref") && value.isTextual()) {
            return schema.textNode(references.to("schemas", schema, value.textValue(), in));
        }
        if (keyword.equals("discriminator") && value instanceof ObjectNode discriminator) {
            return discriminator(discriminator, in);
        }
        if (SINGLE.contains(keyword)) {
            return schema(value, in);
        }
        if (MAPS.contains(keyword) && value instanceof ObjectNode map) {
            ObjectNode copy = map.objectNode();
            map.properties().forEach(member -> copy.set(member.getKey(), schema(member.getValue(), in)));
            return copy;
        }
        if (LISTS.contains(keyword) && value instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(each -> copy.add(schema(each, in)));
            return copy;
        }
        JsonNode copy = value.deepCopy();
        return keyword.equals("xml") && copy instanceof ObjectNode xml ? xml.without("nodeType") : copy;
    }

    /** A mapping leads to a schema by name or by reference; a name is one of the first document, or else of this one. */
    private ObjectNode discriminator(ObjectNode discriminator, Source in) {
        ObjectNode copy = discriminator.deepCopy();
        copy.remove("defaultMapping");
        if (discriminator.path("defaultMapping").isTextual()) {
            copy.put(DEFAULT, mapped(discriminator.path("defaultMapping").textValue(), discriminator, in));
        }
        if (discriminator.path("mapping") instanceof ObjectNode mapping) {
            ObjectNode mapped = copy.putObject("mapping");
            mapping.properties()
                    .forEach(entry ->
                            mapped.put(entry.getKey(), mapped(entry.getValue().asText(), discriminator, in)));
        }
        return copy;
    }

    private String mapped(String value, ObjectNode owner, Source in) {
        if (references.isDeclared("schemas", value)) {
            return "#/components/schemas/" + value;
        }
        String reference = value.matches("[A-Za-z0-9_-]+") ? "#/components/schemas/" + value : value;
        return references.to("schemas", owner, reference, in);
    }
}
