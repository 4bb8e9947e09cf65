package dev.writ.engine.parse;

import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** That of Swagger 2.0. */
record SwaggerSyntax(Element root) implements Syntax {
    private static final Map<String, String> COMPONENTS =
            Map.of("parameters", "parameters", "responses", "responses", "securitySchemes", "securityDefinitions");

    @Override
    public Optional<Element> components(String kind) {
        return Optional.ofNullable(COMPONENTS.get(kind)).flatMap(root::child);
    }

    @Override
    public Optional<SecurityScheme> securityScheme(String name, Element element) {
        return SwaggerSecurity.scheme(name, element);
    }

    @Override
    public Optional<Element> servers(PathItem item, Element operation) {
        return root.child("basePath");
    }

    @Override
    public List<String> basePaths(Optional<Element> servers) {
        return List.of(servers.map(SwaggerServers::basePath).orElse(""));
    }

    @Override
    public Optional<Parameter> parameter(Element element) {
        return SwaggerParameters.parameter(element);
    }

    @Override
    public Optional<RequestBody> body(String method, PathItem item, Element operation) {
        return new SwaggerBodies(root).body(method, item, operation);
    }

    @Override
    public List<ResponseDeclaration> responses(Element operation) {
        return SwaggerContent.responses(root, operation);
    }

    /** Those of parameters and header fields too, which are no Schema Objects and say the same. */
    @Override
    public List<SchemaNode> schemas(Structure structure) {
        Set<Place> files = structure.objects("Response").stream()
                .flatMap(response -> response.child("schema").stream())
                .map(Element::place)
                .collect(Collectors.toSet());
        List<SchemaNode> schemas = new ArrayList<>();
        structure
                .schemas()
                .forEach(schema -> schemas.add(new SchemaNode(
                        schema.place(),
                        files.contains(schema.place())
                                ? SwaggerSchema.content(schema.node())
                                : SwaggerSchema.converted(schema.node()))));
        structure.objects("Header").forEach(header -> schemas.add(SwaggerParameters.schema(header)));
        structure.objects("Parameter").stream()
                .filter(parameter -> !SwaggerBodies.isBody(parameter))
                .forEach(parameter -> schemas.add(SwaggerParameters.schema(parameter)));
        return List.copyOf(schemas);
    }
}
