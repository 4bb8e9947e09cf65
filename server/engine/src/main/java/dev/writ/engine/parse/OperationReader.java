package dev.writ.engine.parse;

import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.PathTemplate;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.RequestBody;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one operation after the other. */
final class OperationReader {
    /** Methods whose requests have content without a meaning (RFC 9110, section 9.3). */
    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "DELETE", "TRACE");

    private final Syntax syntax;
    private final SecurityReader security;
    private final OperationIds ids;
    private final Map<Optional<Place>, List<String>> basePaths = new HashMap<>();

    OperationReader(Syntax syntax, SecurityReader security, OperationIds ids) {
        this.syntax = syntax;
        this.security = security;
        this.ids = ids;
    }

    /** @param item with the fields of the document beneath it */
    Operation read(String method, PathTemplate template, PathItem item, Element element) {
        List<Parameter> parameters = parameters(item, element);
        if (areAllThere(item, element)) {
            checkPath(template, element, parameters);
        }
        return new Operation(
                id(method, template, element),
                method,
                basePaths(syntax.servers(item, element)),
                template,
                parameters,
                syntax.body(method, item, element),
                syntax.responses(element),
                security.requirements(element),
                element.place());
    }

    /** Most operations have the servers of the document. */
    private List<String> basePaths(Optional<Element> servers) {
        return basePaths.computeIfAbsent(servers.map(Element::place), absent -> syntax.basePaths(servers));
    }

    private String id(String method, PathTemplate template, Element element) {
        return ids.take(element).orElseGet(() -> {
            element.warnOnce("'operationId' is missing: the operation is called by method and path");
            return method + " " + template.text();
        });
    }

    static Optional<RequestBody> body(String method, Element operation) {
        Optional<Element> body = operation.child("requestBody").flatMap(Element::resolved);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        if (WITHOUT_CONTENT.contains(method)) {
            boolean ignored = operation.reading().version().isBefore(Version.V3_1);
            operation
                    .at("requestBody")
                    .warnOnce("the content of such a request has no meaning in HTTP"
                            + (ignored ? ": OpenAPI 3.0 has it ignored" : ""));
            if (ignored) {
                return Optional.empty();
            }
        }
        if (body.get().child("content").isPresent()
                && body.get().members("content").isEmpty()) {
            body.get().warn("'content' is empty: no content is taken");
            return Optional.empty();
        }
        return body.map(b -> new RequestBody(b.flag("required", false), ContentReader.content(b), b.place()));
    }

    /** Those of the path and of the operation, which win (OpenAPI 3.1, section 4.8.10.1). */
    private List<Parameter> parameters(PathItem item, Element operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (List<Element> declared : List.of(item.parameters(), operation.items("parameters"))) {
            Set<String> here = new HashSet<>();
            for (Element reference : declared) {
                reference.resolved().flatMap(syntax::parameter).ifPresent(parameter -> {
                    String key = parameter.in() + " " + key(parameter);
                    if (!here.add(key)) {
                        reference.fault("the parameter '" + parameter.name() + "' is declared twice");
                    }
                    parameters.put(key, parameter);
                });
            }
        }
        querystring(operation, parameters.values());
        return List.copyOf(parameters.values());
    }

    /** If not, that has been told, and what is missing may be what a reference should have led to. */
    private static boolean areAllThere(PathItem item, Element operation) {
        return Stream.concat(item.parameters().stream(), operation.items("parameters").stream())
                .allMatch(declared -> declared.resolved().isPresent());
    }

    /** Who takes the whole query leaves nothing to others (OpenAPI 3.2, section 4.12.1). */
    private static void querystring(Element operation, Collection<Parameter> parameters) {
        List<String> whole = names(parameters, In.QUERYSTRING);
        List<String> parts = names(parameters, In.QUERY);
        if (whole.size() > 1) {
            operation.fault("one parameter may be the whole query, not " + String.join(" and ", whole));
        }
        if (!whole.isEmpty() && !parts.isEmpty()) {
            operation.fault("'" + whole.get(0) + "' is the whole query: there is no room for the query parameter '"
                    + parts.get(0) + "'");
        }
    }

    private static List<String> names(Collection<Parameter> parameters, In in) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == in)
                .map(Parameter::name)
                .toList();
    }

    private static String key(Parameter parameter) {
        return parameter.in() == In.HEADER ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
    }

    private static void checkPath(PathTemplate template, Element operation, List<Parameter> parameters) {
        List<String> variables = template.variables();
        List<String> declared = names(parameters, In.PATH);
        variables.stream()
                .filter(variable -> !declared.contains(variable))
                .forEach(variable -> operation.fault("the path parameter '" + variable + "' is not declared"));
        declared.stream()
                .filter(name -> !variables.contains(name))
                .forEach(name -> operation.fault("the path has no '{" + name + "}' for the declared parameter"));
    }
}
