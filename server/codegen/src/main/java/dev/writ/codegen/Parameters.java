package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** The parameters of an operation's method: those of the path first, the body last. */
final class Parameters {
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final OpenAPI openApi;
    private final Schemas schemas;
    private final Types types;
    private final FormTypes formTypes;

    Parameters(OpenAPI openApi, Schemas schemas, Types types, FormTypes formTypes) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.types = types;
        this.formTypes = formTypes;
    }

    /** A parameter as printed, and what to say of it. */
    record Printed(String name, String text, String description) {}

    List<Printed> of(ApiOperation operation, Imports imports) {
        List<Printed> printed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Parameter> declared = declared(operation);
        for (Parameter parameter : declared) {
            String java = Names.unique(Names.member(parameter.getName()), taken::contains);
            taken.add(java);
            boolean twice = declared.stream()
                            .filter(p -> p.getName().equals(parameter.getName()))
                            .count()
                    > 1;
            String annotation = "@" + imports.use("dev.writ.api.Bound") + "(" + bound(parameter, twice) + ") ";
            printed.add(
                    new Printed(java, annotation + imports.use(type(parameter)) + " " + java, description(parameter)));
        }
        RequestBody body = operation.declared().getRequestBody();
        if (body != null) {
            printed.add(body(ModelUtils.getReferencedRequestBody(openApi, body), taken, imports));
        }
        return printed;
    }

    private List<Parameter> declared(ApiOperation operation) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        if (operation.declared().getParameters() != null) {
            for (Parameter reference : operation.declared().getParameters()) {
                Parameter parameter = ModelUtils.getReferencedParameter(openApi, reference);
                if (!ignored(parameter)) {
                    declared.putIfAbsent(parameter.getIn() + " " + parameter.getName(), parameter);
                }
            }
        }
        List<Parameter> ordered = new ArrayList<>(declared.values());
        ordered.sort(Comparator.comparingInt(parameter -> position(parameter, operation.path())));
        return ordered;
    }

    /** OpenAPI wants these headers ignored here: content and security say what they are. */
    private static boolean ignored(Parameter parameter) {
        return "header".equals(parameter.getIn()) && IGNORED.stream().anyMatch(parameter.getName()::equalsIgnoreCase);
    }

    private static int position(Parameter parameter, String path) {
        return "path".equals(parameter.getIn()) ? path.indexOf("{" + parameter.getName() + "}") : path.length();
    }

    private static String bound(Parameter parameter, boolean twice) {
        String name = Literals.quoted(parameter.getName());
        return twice ? "value = " + name + ", in = " + Literals.quoted(in(parameter)) : name;
    }

    private static String in(Parameter parameter) {
        return parameter.getExtensions() == null
                ? parameter.getIn()
                : parameter
                        .getExtensions()
                        .getOrDefault(OpenApi32Parts.IN, parameter.getIn())
                        .toString();
    }

    private JavaType type(Parameter parameter) {
        Schema<?> schema = schema(parameter);
        JavaType type = types.of(schema);
        boolean there = Boolean.TRUE.equals(parameter.getRequired()) || schemas.defaultOf(schema) != null;
        return there && !schemas.nullable(schema) ? type : type.orNull();
    }

    private static Schema<?> schema(Parameter parameter) {
        if (parameter.getSchema() != null) {
            return parameter.getSchema();
        }
        if (parameter.getContent() != null && !parameter.getContent().isEmpty()) {
            Schema<?> schema = parameter.getContent().values().iterator().next().getSchema();
            return schema == null ? new Schema<>() : schema;
        }
        return new Schema<>().type("string");
    }

    private String description(Parameter parameter) {
        return Objects.requireNonNullElseGet(parameter.getDescription(), () -> schemas.description(schema(parameter)));
    }

    private Printed body(RequestBody body, Set<String> taken, Imports imports) {
        JavaType type = bodyType(body);
        String name = Names.unique("body", taken::contains);
        JavaType declared = Boolean.TRUE.equals(body.getRequired()) && !nullable(body) ? type : type.orNull();
        return new Printed(
                name, imports.use(declared) + " " + name, Objects.requireNonNullElse(body.getDescription(), ""));
    }

    private boolean nullable(RequestBody body) {
        return body.getContent() != null
                && body.getContent().values().stream()
                        .anyMatch(content -> content.getSchema() != null && schemas.nullable(content.getSchema()));
    }

    /** One type for every media type that is taken, or else {@code Object}. */
    private JavaType bodyType(RequestBody body) {
        if (body.getContent() == null || body.getContent().isEmpty()) {
            return JavaType.OBJECT;
        }
        List<JavaType> all = body.getContent().entrySet().stream()
                .map(content -> formTypes.requestBody(content.getKey(), content.getValue()))
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : JavaType.OBJECT;
    }
}
