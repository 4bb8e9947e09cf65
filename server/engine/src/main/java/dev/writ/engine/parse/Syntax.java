package dev.writ.engine.parse;

import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityScheme;
import java.util.List;
import java.util.Optional;

/** What OpenAPI 3 and Swagger 2.0 say in ways of their own. */
interface Syntax {
    static Syntax of(Element root) {
        return root.reading().version() == Version.V2_0 ? new SwaggerSyntax(root) : new OpenApiSyntax(root);
    }

    /** Where the objects of a kind stand that others refer to, {@code kind} as OpenAPI 3 calls it. */
    Optional<Element> components(String kind);

    /** Empty for what has faults. */
    Optional<SecurityScheme> securityScheme(String name, Element element);

    /** What says under which URLs the paths are. */
    Optional<Element> servers(PathItem item, Element operation);

    List<String> basePaths(Optional<Element> servers);

    /** Empty for what is ignored, for what is part of a body, and for what has faults. */
    Optional<Parameter> parameter(Element element);

    Optional<RequestBody> body(String method, PathItem item, Element operation);

    List<ResponseDeclaration> responses(Element operation);

    /** Those that stand outside of others. */
    List<SchemaNode> schemas(Structure structure);
}
