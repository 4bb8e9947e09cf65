package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Schemas of Swagger 2.0 as OpenAPI 3.0 writes them, but for lists of types; each member under the name that it had, so that a place in what is
 * converted is the place in what was written. Thread-safe. Words that Swagger 2.0 does not have mean nothing, so they are left out.
 */
public final class SwaggerSchema {
    /** The name of what is made of the fields of a form; they are parameters, each with a default of its own that holds. */
    public static final URI FORM = URI.create("swagger:form");

    /** Swagger 2.0, section 5.2.19, and the extension that everybody knows. */
    private static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "title",
            "description",
            "format",
            "default",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "enum",
            "type",
            "items",
            "allOf",
            "properties",
            "additionalProperties",
            "discriminator",
            "readOnly",
            "xml",
            "externalDocs",
            "example",
            "x-nullable");

    /** What has been converted, so that the work is linear however many references lead into the same schemas. */
    private final IdentityHashMap<JsonNode, JsonNode> known = new IdentityHashMap<>();

    SwaggerSchema() {}

    /** A Schema Object; the same one each time. */
    synchronized JsonNode schema(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        JsonNode before = known.get(schema);
        if (before != null) {
            return before;
        }
        JsonNode made = members(schema);
        known.put(schema, made);
        return made;
    }

    /** A Schema Object. */
    public static JsonNode converted(JsonNode schema) {
        return new SwaggerSchema().schema(schema);
    }

    /** A Parameter, Items or Header Object: what it says of its value. */
    public static JsonNode inline(JsonNode described) {
        JsonNode schema = content(described);
        // Of a parameter it says that it must be there, which is no matter of its value.
        return schema instanceof ObjectNode object && object.path("required").isBoolean()
                ? object.without("required")
                : schema;
    }

    /** The schema of a response, which may be of the type {@code file}: any octets. */
    public static JsonNode content(JsonNode schema) {
        JsonNode converted = converted(schema);
        return converted instanceof ObjectNode object && isFile(schema)
                ? object.put("type", "string").put("format", "binary")
                : converted;
    }

    public static boolean isFile(JsonNode described) {
        return described.path("type").asText().equals("file");
    }

    private ObjectNode members(JsonNode schema) {
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(member -> {
            if (KEYWORDS.contains(member.getKey())) {
                member(member.getKey(), member.getValue(), converted);
            }
        });
        return converted;
    }

    private void member(String name, JsonNode value, ObjectNode converted) {
        switch (name) {
            case "items", "additionalProperties" -> converted.set(name, schema(value));
            case "allOf" -> converted.set(name, value.isArray() ? list(value) : value);
            case "properties" -> converted.set(name, value.isObject() ? map(value) : value);
            case "x-nullable" -> {
                converted.set(name, value);
                converted.set("nullable", value);
            }
            case "discriminator" ->
                converted.set(
                        name,
                        value.isTextual()
                                ? JsonNodeFactory.instance.objectNode().set("propertyName", value)
                                : value);
            default -> converted.set(name, value);
        }
    }

    private ArrayNode list(JsonNode schemas) {
        ArrayNode converted = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(schema -> converted.add(schema(schema)));
        return converted;
    }

    private ObjectNode map(JsonNode schemas) {
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        schemas.properties().forEach(member -> converted.set(member.getKey(), schema(member.getValue())));
        return converted;
    }
}
