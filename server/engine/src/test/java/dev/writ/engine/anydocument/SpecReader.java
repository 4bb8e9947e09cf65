package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.anydocument.Spec.Body;
import dev.writ.engine.anydocument.Spec.Media;
import dev.writ.engine.anydocument.Spec.Operation;
import dev.writ.engine.anydocument.Spec.Parameter;
import dev.writ.engine.anydocument.Spec.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a document says of its operations (OpenAPI 3.0.4 and 3.1.1, section 4.7 and 4.8; 3.2.0, section 4). */
final class SpecReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> NOT_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private final Library library;

    private SpecReader(Library library) {
        this.library = library;
    }

    static Spec read(Library library) {
        if (library.isSwagger()) {
            return new SwaggerReader(library).read();
        }
        SpecReader reader = new SpecReader(library);
        return new Spec(reader.operations(), reader.securitySchemes());
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Node paths = library.root().child("paths");
        for (String template : paths.names()) {
            if (!template.startsWith("/")) {
                continue;
            }
            Node item = library.resolve(paths.child(template));
            for (String method : METHODS) {
                if (item.has(method)) {
                    operations.add(operation(template, item, item.child(method), method.toUpperCase(Locale.ROOT)));
                }
            }
            if (library.is32()) {
                if (item.has("query")) {
                    operations.add(operation(template, item, item.child("query"), "QUERY"));
                }
                Node additional = item.child("additionalOperations");
                additional
                        .names()
                        .forEach(method -> operations.add(operation(template, item, additional.child(method), method)));
            }
        }
        return operations;
    }

    private Map<String, Node> securitySchemes() {
        Node declared = library.root().child("components").child("securitySchemes");
        Map<String, Node> schemes = new LinkedHashMap<>();
        declared.names().forEach(name -> schemes.put(name, library.resolve(declared.child(name))));
        // A requirement may be the URI of a scheme (OpenAPI 3.2.0, section 4.30).
        for (Operation operation : operations()) {
            for (Map<String, JsonNode> alternative : operation.security()) {
                alternative.keySet().stream()
                        .filter(name -> name.contains("#"))
                        .forEach(name -> schemes.computeIfAbsent(name, library::named));
            }
        }
        return schemes;
    }

    private Operation operation(String template, Node item, Node node, String upper) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node owner : List.of(item, node)) {
            for (Node each : owner.child("parameters").items()) {
                Parameter parameter = parameter(library.resolve(each));
                boolean ignored = parameter.in().equals("header")
                        && NOT_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT));
                if (!ignored) {
                    parameters.put(parameter.in() + " " + parameter.name(), parameter);
                }
            }
        }
        Map<String, Response> responses = new LinkedHashMap<>();
        for (String status : node.child("responses").names()) {
            if (!status.startsWith("x-")) {
                responses.put(
                        status, response(library.resolve(node.child("responses").child(status))));
            }
        }
        // OpenAPI 3.0.4, section 4.7.10.1: there it has no meaning in these, and from 3.1 on it has.
        boolean meaningless = library.is30() && Set.of("GET", "HEAD", "DELETE").contains(upper);
        Node body = node.child("requestBody");
        return new Operation(
                node.text("operationId", upper + " " + template),
                upper,
                template,
                bases(item, node),
                List.copyOf(parameters.values()),
                body.exists() && !meaningless ? Optional.of(body(library.resolve(body))) : Optional.empty(),
                responses,
                security(node));
    }

    private Parameter parameter(Node node) {
        String in = node.text("in", "header");
        String style = node.text("style", in.equals("query") || in.equals("cookie") ? "form" : "simple");
        Node content = node.child("content");
        Optional<String> type = content.names().stream().findFirst();
        Node described = type.map(content::child).map(library::resolve).orElse(node);
        return new Parameter(
                node.text("name", ""),
                in,
                node.flag("required"),
                style,
                node.has("explode") ? node.flag("explode") : style.equals("form") || style.equals("cookie"),
                node.flag("allowReserved"),
                type,
                schema(described),
                examples(described));
    }

    private Response response(Node node) {
        return new Response(headers(node), content(node));
    }

    private List<Parameter> headers(Node node) {
        List<Parameter> headers = new ArrayList<>();
        Node declared = node.child("headers");
        for (String name : declared.names()) {
            Parameter header = parameter(library.resolve(declared.child(name)));
            if (!name.equalsIgnoreCase("Content-Type")) {
                headers.add(new Parameter(
                        name,
                        "header",
                        header.required(),
                        header.style(),
                        header.explode(),
                        false,
                        header.contentType(),
                        header.schema(),
                        header.examples()));
            }
        }
        return headers;
    }

    private Body body(Node node) {
        return new Body(node.flag("required"), content(node));
    }

    private Map<String, Media> content(Node node) {
        Map<String, Media> content = new LinkedHashMap<>();
        for (String type : node.child("content").names()) {
            Node media = library.resolve(node.child("content").child(type));
            content.put(
                    type,
                    new Media(
                            schema(media).or(() -> parts(type, media)),
                            examples(media),
                            new EncodingReader(library, this::headers).read(type, media),
                            library.is30(),
                            items(media)));
        }
        return content;
    }

    /** That of an array of parts, of which the document describes one. */
    private static Optional<Node> parts(String type, Node media) {
        Node item = media.child("itemSchema");
        if (!FormTypes.isMultipart(type) || !Constraints.isSchema(item)) {
            return Optional.empty();
        }
        ObjectNode array = JsonNodeFactory.instance.objectNode().put("type", "array");
        array.set("items", item.json());
        return Optional.of(new Node(media.file(), media.pointer() + "/parts", array));
    }

    /** A schema that is an array says it of its items, any other is that of an item. */
    private Optional<Node> items(Node media) {
        if (media.has("itemSchema")) {
            return Optional.of(media.child("itemSchema"));
        }
        return schema(media).map(schema -> {
            Node whole = library.resolve(schema);
            return whole.text("type", "").equals("array") && whole.has("items") ? whole.child("items") : schema;
        });
    }

    private static Optional<Node> schema(Node node) {
        return Optional.of(node.child("schema")).filter(Constraints::isSchema);
    }

    private List<JsonNode> examples(Node node) {
        List<JsonNode> examples = new ArrayList<>();
        if (node.has("example")) {
            examples.add(node.json().get("example"));
        }
        Node several = node.child("examples");
        for (String name : several.names()) {
            Node example = library.resolve(several.child(name));
            for (String field : List.of("value", "dataValue")) {
                if (example.has(field)) {
                    examples.add(example.json().get(field));
                }
            }
        }
        if (schema(node).isPresent()) {
            Node schema = library.resolve(node.child("schema"));
            if (schema.has("example")) {
                examples.add(schema.json().get("example"));
            }
            schema.child("examples").items().forEach(item -> examples.add(item.json()));
        }
        return examples;
    }

    private List<Map<String, JsonNode>> security(Node operation) {
        Node declared = operation.has("security")
                ? operation.child("security")
                : library.root().child("security");
        List<Map<String, JsonNode>> alternatives = new ArrayList<>();
        for (Node alternative : declared.items()) {
            Map<String, JsonNode> schemes = new LinkedHashMap<>();
            alternative.json().properties().forEach(entry -> schemes.put(entry.getKey(), entry.getValue()));
            alternatives.add(schemes);
        }
        return alternatives;
    }

    private List<String> bases(Node item, Node operation) {
        for (Node owner : List.of(operation, item, library.root())) {
            List<Node> servers = owner.child("servers").items();
            if (!servers.isEmpty()) {
                return servers.stream().map(SpecReader::base).toList();
            }
        }
        return List.of("");
    }

    private static String base(Node server) {
        String url = server.text("url", "/");
        Node variables = server.child("variables");
        for (String name : variables.names()) {
            url = url.replace("{" + name + "}", variables.child(name).text("default", ""));
        }
        try {
            String path = URI.create("http://localhost/").resolve(url).getRawPath();
            return path.replaceAll("/+$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
