package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.codegen.References.Component;
import dev.writ.codegen.Sources.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A contract of OpenAPI 3.2 as one document of 3.1 that means the same to this generator. What code is made from is kept:
 * operations of methods that 3.1 has no field for stand under a path of their own ({@code /pets#QUERY}) and say which method
 * they have; what stands in other files is among the components; a parameter that is the whole query says so. What 3.1 has
 * not and no code is made from, is left out, and so are examples, links, callbacks and security.
 */
final class OpenApi32 {
    /** In an operation: its method. */
    static final String METHOD = "x-writ-method";

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final List<String> KINDS = List.of("schemas", "responses", "parameters", "headers", "requestBodies");

    private final JsonNode root;
    private final Source in;
    private final References references;
    private final OpenApi32Parts parts;
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();

    /**
     * A document of 3.1, and what was wrong with the references of the original.
     *
     * @param faults each with file and JSON pointer
     */
    record Rewritten(ObjectNode document, List<String> faults) {}

    private OpenApi32(Sources sources) {
        this.in = sources.first();
        this.root = in.root();
        this.references = new References(sources);
        this.parts = new OpenApi32Parts(references);
    }

    /** @param file where the document is, from which others are found */
    static Rewritten as31(JsonNode document, Optional<Path> file) {
        return new OpenApi32(Sources.of(document, file)).rewritten();
    }

    /** The methods of a path that have no annotation in JAX-RS are told by its end. */
    static String path(String path) {
        return path.indexOf('#') < 0 ? path : path.substring(0, path.lastIndexOf('#'));
    }

    private Rewritten rewritten() {
        ObjectNode copy = OpenApi32Parts.without(
                root, "$self", "jsonSchemaDialect", "webhooks", "security", "paths", "components");
        copy.put("openapi", "3.1.2");
        copy.path("tags").forEach(tag -> remove(tag, "summary", "parent", "kind"));
        copy.path("servers").forEach(server -> remove(server, "name"));
        for (String kind : KINDS) {
            root.path("components")
                    .path(kind)
                    .properties()
                    .forEach(component -> references.declare(kind, component.getKey(), component.getValue()));
        }
        root.path("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
        copy.set("paths", paths);
        copy.set("components", components());
        return new Rewritten(copy, references.faults());
    }

    /** Those of this document first, then what is referred to, and what that refers to. */
    private ObjectNode components() {
        ObjectNode components = root.path("components").deepCopy() instanceof ObjectNode own
                ? own
                : JsonNodeFactory.instance.objectNode();
        remove(components, "mediaTypes", "pathItems", "securitySchemes", "examples", "links", "callbacks");
        components.remove(KINDS);
        for (Optional<Component> next = references.next(); next.isPresent(); next = references.next()) {
            Component component = next.get();
            components
                    .withObjectProperty(component.kind())
                    .set(component.name(), parts.component(component.kind(), component.found()));
        }
        return components;
    }

    private void add(String path, JsonNode declared) {
        if (path.startsWith("x-")) {
            paths.set(path, declared.deepCopy());
            return;
        }
        PathItem32 item = PathItem32.of(declared, in, references);
        ObjectNode shared = paths.objectNode();
        for (String field : List.of("summary", "description")) {
            item.field(field).ifPresent(found -> shared.set(field, found.node()));
        }
        item.field("parameters")
                .ifPresent(found -> shared.set("parameters", parts.parameters(found.node(), found.in())));
        ObjectNode known = shared.deepCopy();
        for (String method : METHODS) {
            item.field(method).ifPresent(found -> known.set(method, parts.operation(found.node(), found.in())));
        }
        paths.set(path, known);
        item.field("query").ifPresent(found -> add(path, "QUERY", shared, found));
        item.field("additionalOperations")
                .ifPresent(found -> found.node()
                        .properties()
                        .forEach(operation ->
                                add(path, operation.getKey(), shared, new Found(operation.getValue(), found.in()))));
    }

    private void add(String path, String method, ObjectNode shared, Found operation) {
        if (operation.node().isObject()) {
            ObjectNode told = parts.operation(operation.node(), operation.in()).put(METHOD, method);
            paths.set(path + "#" + method, shared.deepCopy().set("post", told));
        }
    }

    private static void remove(JsonNode node, String... fields) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }
}
