package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.codegen.Sources.Found;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What operations of OpenAPI 3.2 are made of, as 3.1 has it: parameters, bodies, responses, header fields and content. */
final class OpenApi32Parts {
    /** In a parameter: where it stands. */
    static final String IN = "x-writ-in";
    /** In a media type: that the items of its schema are those of a sequence. */
    static final String ITEMS = "x-writ-items";
    /** In a media type: what the parts are by their positions, each as a list of media types. */
    static final String PREFIX_TYPES = "x-writ-prefix-types";
    /** In a media type: what the other parts are, likewise. */
    static final String ITEM_TYPES = "x-writ-item-types";

    /** In an encoding: those of the parts within the part. */
    private static final List<String> NESTED = List.of("encoding", "prefixEncoding", "itemEncoding");

    private final References references;
    private final OpenApi32Schemas schemas;

    OpenApi32Parts(References references) {
        this.references = references;
        this.schemas = new OpenApi32Schemas(references);
    }

    /** One of the components, or what stands in its place. */
    JsonNode component(String kind, Found found) {
        if (kind.equals("schemas")) {
            return schemas.schema(found.node(), found.in());
        }
        Found end = references.follow(found.node(), found.in());
        return part(kind, end.node(), end.in());
    }

    ObjectNode operation(JsonNode operation, Source in) {
        ObjectNode copy = without(operation, "security", "servers", "callbacks");
        replace(copy, "parameters", operation, (parameters, key) -> parameters(parameters, in));
        replace(copy, "requestBody", operation, (body, key) -> referable("requestBodies", body, in));
        replace(
                copy,
                "responses",
                operation,
                (responses, key) -> each(
                        responses,
                        (response, status) ->
                                status.startsWith("x-") ? response.deepCopy() : referable("responses", response, in)));
        return copy;
    }

    JsonNode parameters(JsonNode parameters, Source in) {
        if (!(parameters instanceof ArrayNode list)) {
            return parameters.deepCopy();
        }
        ArrayNode copy = list.arrayNode();
        list.forEach(parameter -> copy.add(referable("parameters", parameter, in)));
        return copy;
    }

    private JsonNode referable(String kind, JsonNode part, Source in) {
        return part.path("$ref").isTextual()
                ? ((ObjectNode) part)
                        .objectNode()
                        .put("$ref", references.to(kind, part, part.path("$ref").textValue(), in))
                : part(kind, part, in);
    }

    private JsonNode part(String kind, JsonNode part, Source in) {
        if (!(part instanceof ObjectNode)) {
            return part.deepCopy();
        }
        ObjectNode copy = without(part, "examples", "example");
        replace(copy, "schema", part, (schema, key) -> schemas.schema(schema, in));
        replace(
                copy,
                "content",
                part,
                (content, key) -> each(content, (mediaType, type) -> {
                    Found found = references.follow(mediaType, in);
                    return mediaType(type, found.node(), found.in());
                }));
        switch (kind) {
            case "responses" -> response(copy, part, in);
            case "parameters" -> parameter(copy);
            default -> {}
        }
        return copy;
    }

    private void response(ObjectNode copy, JsonNode response, Source in) {
        replace(
                copy,
                "headers",
                response,
                (headers, key) -> each(headers, (header, name) -> referable("headers", header, in)));
        copy.remove(List.of("summary", "links"));
        if (!copy.has("description")) {
            copy.put("description", "");
        }
    }

    private static void parameter(ObjectNode copy) {
        if (copy.path("in").asText().equals("querystring")) {
            copy.put("in", "query").put(IN, "querystring");
            if (!copy.has("name")) {
                copy.put("name", "querystring");
            }
        }
        if (copy.path("style").asText().equals("cookie")) {
            copy.remove(List.of("style", "explode"));
        }
    }

    private JsonNode mediaType(String type, JsonNode mediaType, Source in) {
        ObjectNode copy =
                without(mediaType, "examples", "example", "itemSchema", "encoding", "prefixEncoding", "itemEncoding");
        replace(copy, "schema", mediaType, (schema, key) -> schemas.schema(schema, in));
        boolean parts = MediaTypes.multipart(type) && !mediaType.has("schema");
        if ((Sequences.is(type) || parts) && mediaType.has("itemSchema")) {
            copy.put(ITEMS, true)
                    .putObject("schema")
                    .put("type", "array")
                    .set("items", schemas.schema(mediaType.get("itemSchema"), in));
        }
        replace(
                copy,
                "encoding",
                mediaType,
                (encodings, key) -> each(encodings, (encoding, name) -> encoding(encoding, in)));
        if (mediaType.has("itemEncoding")) {
            copy.put(ITEM_TYPES, contentTypes(mediaType.get("itemEncoding"), in));
        }
        if (mediaType.has("prefixEncoding")) {
            ArrayNode types = copy.putArray(PREFIX_TYPES);
            mediaType.get("prefixEncoding").forEach(encoding -> types.add(contentTypes(encoding, in)));
        }
        return copy;
    }

    private String contentTypes(JsonNode encoding, Source in) {
        return encoding(encoding, in).path("contentType").asText("");
    }

    /** Of how a part is written no code is made but what it holds, and that it has parts of its own. */
    private ObjectNode encoding(JsonNode encoding, Source in) {
        ObjectNode copy = without(encoding, "headers");
        copy.remove(NESTED);
        for (String field : NESTED) {
            JsonNode nested = encoding.path(field);
            (field.equals("itemEncoding") ? List.of(nested) : nested).forEach(part -> deeper(part, in));
            if (!nested.isMissingNode() && !copy.has("contentType")) {
                copy.put("contentType", "multipart/mixed");
            }
        }
        return copy;
    }

    private void deeper(JsonNode encoding, Source in) {
        if (NESTED.stream().anyMatch(encoding::has)) {
            references.fault(encoding, "no code is made for parts within a part of a part", in);
        }
    }

    private static void replace(
            ObjectNode copy, String field, JsonNode original, BiFunction<JsonNode, String, JsonNode> change) {
        if (original.has(field)) {
            copy.set(field, change.apply(original.get(field), field));
        }
    }

    private static JsonNode each(JsonNode map, BiFunction<JsonNode, String, JsonNode> change) {
        if (!(map instanceof ObjectNode object)) {
            return map.deepCopy();
        }
        ObjectNode copy = object.objectNode();
        object.properties()
                .forEach(member -> copy.set(member.getKey(), change.apply(member.getValue(), member.getKey())));
        return copy;
    }

    /** A copy, empty if it is no object. */
    static ObjectNode without(JsonNode node, String... fields) {
        ObjectNode copy = node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        return copy.without(Set.of(fields));
    }
}
