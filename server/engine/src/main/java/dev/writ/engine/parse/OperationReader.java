package dev.writ.engine.parse;

import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.SecurityScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code paths}. */
final class OperationReader {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final Element root;
    private final Map<String, SecurityScheme> schemes;
    private final SecurityReader security;
    private final Map<String, Element> byId = new HashMap<>();

    OperationReader(Element root, Map<String, SecurityScheme> schemes) {
        this.root = root;
        this.schemes = schemes;
        this.security = new SecurityReader(root);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Map<String, String> shapes = new HashMap<>();
        root.members("paths").forEach((text, path) -> {
            if (text.startsWith("x-")) {
                return;
            }
            if (!text.startsWith("/")) {
                path.fault("a path begins with a slash");
                return;
            }
            if (text.matches(".*[?#].*")) {
                path.fault("a path has neither query nor fragment");
            }
            if (!PathTemplate.isWellFormed(text)) {
                path.fault("braces surround the name of a variable within one segment");
                return;
            }
            PathTemplate template = PathTemplate.parse(
                    text,
                    literal -> PercentEncoding.decodeWritten(literal).orElseGet(() -> {
                        path.fault("'" + literal + "' is not percent-encoded UTF-8");
                        return literal;
                    }));
            Optional.ofNullable(shapes.putIfAbsent(template.shape(), text))
                    .ifPresent(other -> path.fault("cannot be told from the path '" + other + "'"));
            if (path.node().has("$ref")) {
                path.members().keySet().stream()
                        .filter(name -> METHODS.contains(name) || name.equals("parameters"))
                        .forEach(name -> path.fault("'" + name + "' beside a $ref is not supported"));
            }
            path.resolved().ifPresent(item -> operations.addAll(of(item, template)));
        });
        return operations;
    }

    private List<Operation> of(Element item, PathTemplate template) {
        List<Operation> operations = new ArrayList<>();
        item.child("trace").ifPresent(trace -> trace.fault("TRACE operations are not supported"));
        item.members().forEach((key, element) -> {
            if (METHODS.contains(key)) {
                operations.add(operation(key.toUpperCase(Locale.ROOT), template, item, element));
            }
        });
        return operations;
    }

    private Operation operation(String method, PathTemplate template, Element item, Element element) {
        String id = element.requiredText("operationId");
        Element other = byId.putIfAbsent(id, element);
        if (other != null && !id.isEmpty()) {
            element.child("operationId")
                    .orElse(element)
                    .fault("operationId '" + id + "' is taken by " + other.location());
        }
        List<Parameter> parameters = parameters(template, item, element);
        if (element.members("responses").keySet().stream().allMatch(name -> name.startsWith("x-"))) {
            element.fault("'responses' is missing or empty");
        }
        Optional<RequestBody> body = element.child("requestBody")
                .flatMap(Element::resolved)
                .map(OperationReader::withContent)
                .map(b -> new RequestBody(b.flag("required"), ContentReader.content(b), b.place()));
        return new Operation(
                id,
                method,
                List.of(""),
                template,
                parameters,
                body,
                ContentReader.responses(element),
                security.requirements(element, schemes),
                element.place());
    }

    private static Element withContent(Element body) {
        if (body.members("content").isEmpty()) {
            body.fault("'content' is missing or empty");
        }
        return body;
    }

    /** Those of the path and of the operation, which win (OpenAPI 3.1, section 4.8.10.1). */
    private static List<Parameter> parameters(PathTemplate template, Element item, Element operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Element owner : List.of(item, operation)) {
            Set<String> here = new HashSet<>();
            for (Element reference : owner.items("parameters")) {
                reference.resolved().flatMap(ParameterReader::parameter).ifPresent(parameter -> {
                    String key = parameter.in() + " " + key(parameter);
                    if (!here.add(key)) {
                        reference.fault("the parameter '" + parameter.name() + "' is declared twice");
                    }
                    parameters.put(key, parameter);
                });
            }
        }
        checkPathParameters(template, operation, List.copyOf(parameters.values()));
        return List.copyOf(parameters.values());
    }

    private static String key(Parameter parameter) {
        return parameter.in() == In.HEADER ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
    }

    private static void checkPathParameters(PathTemplate template, Element operation, List<Parameter> parameters) {
        List<String> variables = template.variables();
        List<String> declared = parameters.stream()
                .filter(parameter -> parameter.in() == In.PATH)
                .map(Parameter::name)
                .toList();
        if (new HashSet<>(variables).size() < variables.size()) {
            operation.fault("the path '" + template.text() + "' has a variable twice");
        }
        variables.stream()
                .filter(variable -> !declared.contains(variable))
                .forEach(variable -> operation.fault("the path parameter '" + variable + "' is not declared"));
        declared.stream()
                .filter(name -> !variables.contains(name))
                .forEach(name -> operation.fault("the path has no '{" + name + "}' for the declared parameter"));
    }
}
