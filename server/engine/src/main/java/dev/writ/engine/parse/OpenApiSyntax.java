package dev.writ.engine.parse;

import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityScheme;
import java.util.List;
import java.util.Optional;

/** That of OpenAPI 3. */
record OpenApiSyntax(Element root) implements Syntax {
    @Override
    public Optional<Element> components(String kind) {
        return root.child("components").flatMap(components -> components.child(kind));
    }

    @Override
    public Optional<SecurityScheme> securityScheme(String name, Element element) {
        return SecurityReader.scheme(name, element);
    }

    @Override
    public Optional<Element> servers(PathItem item, Element operation) {
        return operation.child("servers").or(() -> item.field("servers"));
    }

    @Override
    public List<String> basePaths(Optional<Element> servers) {
        return ServerReader.basePaths(servers);
    }

    @Override
    public Optional<Parameter> parameter(Element element) {
        return ParameterReader.parameter(element);
    }

    @Override
    public Optional<RequestBody> body(String method, PathItem item, Element operation) {
        return OperationReader.body(method, operation);
    }

    @Override
    public List<ResponseDeclaration> responses(Element operation) {
        return ContentReader.responses(operation);
    }

    @Override
    public List<SchemaNode> schemas(Structure structure) {
        return structure.schemas();
    }
}
