package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.Spec.Body;
import dev.writ.engine.anydocument.Spec.Media;
import dev.writ.engine.anydocument.Spec.Operation;
import dev.writ.engine.anydocument.Spec.Parameter;
import dev.writ.engine.anydocument.Spec.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a document of Swagger 2.0 says of its operations. */
final class SwaggerReader {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");

    private final Library library;

    SwaggerReader(Library library) {
        this.library = library;
    }

    Spec read() {
        List<Operation> operations = new ArrayList<>();
        Node paths = library.root().child("paths");
        for (String template : paths.names()) {
            Node item = library.resolve(paths.child(template));
            for (String method : METHODS) {
                if (template.startsWith("/") && item.has(method)) {
                    operations.add(operation(template, item, method));
                }
            }
        }
        Node declared = library.root().child("securityDefinitions");
        Map<String, Node> schemes = new LinkedHashMap<>();
        declared.names().forEach(name -> schemes.put(name, declared.child(name)));
        return new Spec(operations, schemes);
    }

    private Operation operation(String template, Node item, String method) {
        Node node = item.child(method);
        Map<String, Node> declared = new LinkedHashMap<>();
        for (Node owner : List.of(item, node)) {
            for (Node each : owner.child("parameters").items()) {
                Node parameter = library.resolve(each);
                declared.put(parameter.text("in", "") + " " + parameter.text("name", ""), parameter);
            }
        }
        Optional<Body> body = Optional.empty();
        List<Node> fields = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        for (Node each : declared.values()) {
            switch (each.text("in", "")) {
                case "formData" -> fields.add(each);
                case "body" ->
                    body = Optional.of(
                            new Body(each.flag("required"), content(node, "consumes", each.child("schema"))));
                default -> parameters.add(parameter(each.text("name", ""), each.text("in", ""), each));
            }
        }
        if (!fields.isEmpty()) {
            body = Optional.of(new SwaggerFormReader(node, fields).body(types(node, "consumes")));
        }
        Map<String, Response> responses = new LinkedHashMap<>();
        for (String status : node.child("responses").names()) {
            if (!status.startsWith("x-")) {
                responses.put(
                        status,
                        response(node, library.resolve(node.child("responses").child(status))));
            }
        }
        String upper = method.toUpperCase(Locale.ROOT);
        return new Operation(
                node.text("operationId", upper + " " + template),
                upper,
                template,
                List.of(library.root().text("basePath", "").replaceAll("/+$", "")),
                parameters,
                body,
                responses,
                security(node));
    }

    /** The parameter itself says what a schema would. */
    static Parameter parameter(String name, String in, Node node) {
        String format = node.text("collectionFormat", "csv");
        boolean form = in.equals("query") || in.equals("formData");
        String style = format.equals("csv") || format.equals("multi") ? (form ? "form" : "simple") : format;
        return new Parameter(
                name,
                in,
                node.flag("required"),
                style,
                format.equals("multi"),
                false,
                Optional.empty(),
                Optional.of(node),
                List.of());
    }

    private Response response(Node operation, Node node) {
        List<Parameter> headers = new ArrayList<>();
        Node declared = node.child("headers");
        declared.names().forEach(name -> headers.add(parameter(name, "header", declared.child(name))));
        return new Response(
                headers, node.has("schema") ? content(operation, "produces", node.child("schema")) : Map.of());
    }

    private Map<String, Media> content(Node operation, String field, Node schema) {
        Map<String, Media> content = new LinkedHashMap<>();
        // Octets are not judged, whatever their media type.
        boolean octets = schema.text("type", "").equals("file")
                || schema.text("format", "").equals("binary");
        Media media =
                new Media(octets ? Optional.empty() : Optional.of(schema), List.of(), Map.of(), true, Optional.empty());
        types(operation, field).forEach(type -> content.put(type, media));
        if (content.isEmpty()) {
            content.put("application/json", media);
        }
        return content;
    }

    private List<String> types(Node operation, String field) {
        Node types =
                operation.has(field) ? operation.child(field) : library.root().child(field);
        return types.items().stream().map(type -> type.json().asText()).toList();
    }

    private List<Map<String, JsonNode>> security(Node operation) {
        Node owner = operation.has("security") ? operation : library.root();
        List<Map<String, JsonNode>> alternatives = new ArrayList<>();
        for (Node alternative : owner.child("security").items()) {
            Map<String, JsonNode> schemes = new LinkedHashMap<>();
            alternative.json().properties().forEach(entry -> schemes.put(entry.getKey(), entry.getValue()));
            alternatives.add(schemes);
        }
        return alternatives;
    }
}
