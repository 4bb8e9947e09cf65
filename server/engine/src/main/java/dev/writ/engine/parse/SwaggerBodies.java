package dev.writ.engine.parse;

import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters that are content: one in {@code body}, or those in {@code formData} (Swagger 2.0, section 5.2.10). */
final class SwaggerBodies {
    /** Methods whose requests have content without a meaning (RFC 9110, section 9.3). */
    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "DELETE");

    private final Element root;

    SwaggerBodies(Element root) {
        this.root = root;
    }

    /** A parameter where an operation has it, and what its {@code $ref} leads to. */
    record Declared(Element use, Element parameter) {}

    static boolean isBody(Element parameter) {
        return parameter.text("in").filter("body"::equals).isPresent();
    }

    static boolean isField(Element parameter) {
        return parameter.text("in").filter("formData"::equals).isPresent();
    }

    Optional<RequestBody> body(String method, PathItem item, Element operation) {
        List<Declared> declared = declared(item, operation);
        List<Declared> bodies =
                declared.stream().filter(one -> isBody(one.parameter)).toList();
        List<Declared> fields =
                declared.stream().filter(one -> isField(one.parameter)).toList();
        bodies.stream()
                .skip(1)
                .forEach(more -> more.use.fault(
                        "a second body parameter beside '" + name(bodies.get(0)) + "': a request has one content"));
        if (!bodies.isEmpty()) {
            fields.forEach(field -> field.use.fault("a formData parameter beside the body parameter '"
                    + name(bodies.get(0)) + "': a request has one content"));
        }
        if (WITHOUT_CONTENT.contains(method) && !declared.isEmpty()) {
            declared.get(0).use.warnOnce("the content of such a request has no meaning in HTTP");
        }
        if (!bodies.isEmpty()) {
            return body(operation, bodies.get(0).parameter);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new SwaggerForm(root, operation, fields).body());
    }

    private Optional<RequestBody> body(Element operation, Element parameter) {
        Optional<Element> schema = parameter.child("schema");
        if (schema.isEmpty()) {
            parameter.fault("'schema' is missing");
        }
        parameter
                .child("type")
                .ifPresent(type -> type.warn("'type' is not for a body parameter, which has a 'schema'"));
        return schema.map(found -> new SchemaNode(found.place(), SwaggerSchema.converted(found.node())))
                .map(node -> new RequestBody(
                        parameter.flag("required", false),
                        SwaggerContent.content(root, operation, "consumes", node),
                        parameter.place()));
    }

    /** Those of the path and of the operation, which win. */
    private static List<Declared> declared(PathItem item, Element operation) {
        Map<String, Declared> declared = new LinkedHashMap<>();
        for (List<Element> list : List.of(item.parameters(), operation.items("parameters"))) {
            Set<String> here = new HashSet<>();
            for (Element use : list) {
                use.resolved()
                        .filter(parameter -> isBody(parameter) || isField(parameter))
                        .map(parameter -> new Declared(use, parameter))
                        .ifPresent(one -> {
                            String key = one.parameter.text("in").orElse("") + " " + name(one);
                            if (!here.add(key)) {
                                use.fault("the parameter '" + name(one) + "' is declared twice");
                            }
                            declared.put(key, one);
                        });
            }
        }
        return new ArrayList<>(declared.values());
    }

    static String name(Declared declared) {
        return declared.parameter.text("name").orElse("");
    }
}
