package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document of OpenAPI 3.2 as one of 3.1 that means the same to this generator. What code is made from is kept: operations of
 * methods that 3.1 has no field for stand under a path of their own ({@code /pets#QUERY}) and say which method they have; a
 * media type that is referred to stands where it is used; a parameter that is the whole query says so. What 3.1 has not and
 * no code is made from, is left out, and so are examples, links, callbacks and security.
 */
final class OpenApi32 {
    /** In an operation: its method. */
    static final String METHOD = "x-writ-method";
    /** In a parameter: where it stands. */
    static final String IN = "x-writ-in";

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> SHARED = Set.of("summary", "description", "parameters", "$ref");
    private static final int MAX_REFERENCES = 100;

    private final ObjectNode root;
    private final Optional<URI> location;
    private final Optional<URI> self;

    private OpenApi32(ObjectNode root, Optional<URI> location) {
        this.root = root;
        this.location = location;
        this.self = self(root.path("$self").asText(""));
    }

    private static Optional<URI> self(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param location where the document is, so that what is beside it is found from anywhere */
    static ObjectNode as31(ObjectNode document, Optional<URI> location) {
        return new OpenApi32(document.deepCopy(), location).rewritten();
    }

    /** The methods of a path that have no annotation in JAX-RS are told by its end. */
    static String path(String path) {
        return path.indexOf('#') < 0 ? path : path.substring(0, path.lastIndexOf('#'));
    }

    private ObjectNode rewritten() {
        root.put("openapi", "3.1.2");
        schemas(root);
        references(root);
        root.withObject("/paths").properties().forEach(path -> item(path.getValue()));
        root.withObject("/components/pathItems").properties().forEach(item -> item(item.getValue()));
        additionalPaths();
        for (String kind : List.of("responses", "parameters", "headers", "requestBodies")) {
            root.withObject("/components/" + kind).properties().forEach(part -> part(kind, part.getValue()));
        }
        for (JsonNode tag : root.path("tags")) {
            without(tag, "summary", "parent", "kind");
        }
        for (JsonNode server : root.path("servers")) {
            without(server, "name");
        }
        without(root.path("components"), "mediaTypes", "securitySchemes", "examples", "links", "callbacks");
        return without(root, "$self", "jsonSchemaDialect", "webhooks", "security");
    }

    private void part(String kind, JsonNode part) {
        switch (kind) {
            case "responses" -> response(part);
            case "parameters" -> parameter(part);
            default -> content(part);
        }
    }

    private void item(JsonNode item) {
        without(item, "servers");
        item.path("parameters").forEach(this::parameter);
        for (JsonNode operation : operations(item)) {
            without(operation, "security", "servers", "callbacks");
            operation.path("parameters").forEach(this::parameter);
            content(operation.path("requestBody"));
            operation.path("responses").properties().forEach(response -> response(response.getValue()));
        }
    }

    private static List<JsonNode> operations(JsonNode item) {
        List<JsonNode> operations = new ArrayList<>();
        METHODS.forEach(method -> operations.add(item.path(method)));
        operations.add(item.path("query"));
        item.path("additionalOperations").forEach(operations::add);
        return operations;
    }

    /** In the order of the document. */
    private void additionalPaths() {
        ObjectNode paths = root.objectNode();
        root.path("paths").properties().forEach(path -> {
            paths.set(path.getKey(), path.getValue());
            ObjectNode item = target(path.getValue());
            if (item.path("query").isObject()) {
                add(paths, path.getKey(), "QUERY", item, item.get("query"));
            }
            item.path("additionalOperations")
                    .properties()
                    .forEach(operation -> add(paths, path.getKey(), operation.getKey(), item, operation.getValue()));
        });
        root.set("paths", paths);
        for (JsonNode item : root.path("paths")) {
            without(item, "query", "additionalOperations");
        }
        for (JsonNode item : root.path("components").path("pathItems")) {
            without(item, "query", "additionalOperations");
        }
    }

    private static void add(ObjectNode paths, String path, String method, ObjectNode item, JsonNode operation) {
        if (!operation.isObject()) {
            return;
        }
        ObjectNode copy = item.deepCopy();
        copy.retain(SHARED);
        copy.remove("$ref");
        ObjectNode declared = operation.deepCopy();
        copy.set("post", declared.put(METHOD, method));
        paths.set(path + "#" + method, copy);
    }

    private void parameter(JsonNode parameter) {
        content(parameter);
        if (parameter instanceof ObjectNode object && object.path("in").asText().equals("querystring")) {
            object.put("in", "query").put(IN, "querystring");
            if (!object.has("name")) {
                object.put("name", "querystring");
            }
        }
        if (parameter instanceof ObjectNode object
                && object.path("style").asText().equals("cookie")) {
            without(object, "style", "explode");
        }
    }

    private void response(JsonNode response) {
        content(response);
        response.path("headers").forEach(this::content);
        without(response, "summary", "links");
        if (response instanceof ObjectNode object && !object.has("$ref") && !object.has("description")) {
            object.put("description", "");
        }
    }

    private void content(JsonNode owner) {
        without(owner, "examples", "example");
        if (owner.path("content") instanceof ObjectNode content) {
            for (String type :
                    content.properties().stream().map(entry -> entry.getKey()).toList()) {
                ObjectNode mediaType = target(content.get(type)).deepCopy();
                content.set(
                        type,
                        without(mediaType, "examples", "example", "itemSchema", "prefixEncoding", "itemEncoding"));
                for (JsonNode encoding : mediaType.path("encoding")) {
                    without(encoding, "encoding", "prefixEncoding", "itemEncoding");
                    encoding.path("headers").forEach(this::content);
                }
            }
        }
    }

    /** The node, or what its references within the document lead to. */
    private ObjectNode target(JsonNode node) {
        JsonNode at = node;
        for (int i = 0; i < MAX_REFERENCES && at.path("$ref").asText().startsWith("#/"); i++) {
            at = root.at(at.path("$ref").asText().substring(1));
        }
        return at instanceof ObjectNode object ? object : root.objectNode();
    }

    /** What 3.1 has not in schemas; {@code propertyName} tells a discriminator from a property of that name. */
    private static void schemas(JsonNode node) {
        if (node.path("discriminator").path("propertyName").isTextual()) {
            without(node.path("discriminator"), "defaultMapping");
        }
        if (node.path("xml").path("nodeType").isTextual()) {
            without(node.path("xml"), "nodeType");
        }
        node.forEach(OpenApi32::schemas);
    }

    /** References by the name of the document lead into it, and those to what is beside it to where that is. */
    private void references(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", reference(object.path("$ref").asText()));
        }
        node.forEach(this::references);
    }

    private String reference(String reference) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash);
        if (hash == 0) {
            return reference;
        }
        try {
            URI address = URI.create(hash < 0 ? reference : reference.substring(0, hash));
            if (self.isPresent() && !self.get().isOpaque()) {
                URI named = self.get().resolve(address);
                if (named.equals(self.get())) {
                    return fragment.isEmpty() ? "#" : fragment;
                }
                address = self.get().resolve(".").relativize(named);
            }
            URI relative = address;
            return location.map(place -> place.resolve(relative)).orElse(relative) + fragment;
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }

    private static <N extends JsonNode> N without(N node, String... fields) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
        return node;
    }
}
