package dev.writ.codegen;

import dev.writ.codegen.InterfaceShape.Method;
import dev.writ.codegen.Parameters.Printed;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the interface of a tag. */
final class InterfaceShapes {
    private static final int WIDTH = 120;

    private final OpenAPI openApi;
    private final Parameters parameters;
    private final String apiPackage;
    private final AsyncOperations async;

    InterfaceShapes(OpenAPI openApi, Parameters parameters, String apiPackage, AsyncOperations async) {
        this.openApi = openApi;
        this.parameters = parameters;
        this.apiPackage = apiPackage;
        this.async = async;
    }

    InterfaceShape of(String name, String tag, List<ApiOperation> operations) {
        MethodAnnotations annotations = new MethodAnnotations(operations);
        Imports imports = new Imports(apiPackage, List.of());
        imports.use("jakarta.ws.rs.Path");
        imports.use("dev.writ.api.OperationId");
        List<MethodAnnotations.Own> own = annotations.declared(imports);
        List<Method> methods = operations.stream()
                .map(operation -> method(operation, annotations, imports))
                .toList();
        return new InterfaceShape(
                name, Javadoc.lines("", List.of(description(tag)), Map.of()), methods, own, imports.lines());
    }

    private String description(String tag) {
        List<Tag> tags = Objects.requireNonNullElse(openApi.getTags(), List.of());
        return tags.stream()
                .filter(candidate -> candidate.getName().equals(tag) && candidate.getDescription() != null)
                .map(candidate -> sentence(candidate.getDescription()))
                .findFirst()
                .orElse("");
    }

    private Method method(ApiOperation operation, MethodAnnotations annotations, Imports imports) {
        List<Printed> printed = parameters.of(operation, imports);
        String returns = async.include(operation.id())
                ? imports.use("java.util.concurrent.CompletionStage") + "<" + operation.responseClass() + ">"
                : operation.responseClass();
        return new Method(
                doc(operation, printed),
                annotations.use(operation.verb(), imports),
                Literals.quoted(operation.path()),
                Literals.quoted(operation.id()),
                returns,
                operation.method(),
                joined(operation, returns, printed));
    }

    private static List<String> doc(ApiOperation operation, List<Printed> printed) {
        List<String> paragraphs = new ArrayList<>();
        String summary = Objects.requireNonNullElse(operation.declared().getSummary(), "");
        String description = Objects.requireNonNullElse(operation.declared().getDescription(), "");
        paragraphs.add(sentence(summary));
        if (!description.strip().equals(summary.strip())) {
            paragraphs.add(description);
        }
        if (Boolean.TRUE.equals(operation.declared().getDeprecated())) {
            paragraphs.add("Deprecated in the contract.");
        }
        Map<String, String> descriptions = new LinkedHashMap<>();
        printed.forEach(parameter -> descriptions.put(parameter.name(), parameter.description()));
        return Javadoc.lines("    ", paragraphs, descriptions);
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private static String joined(ApiOperation operation, String returns, List<Printed> printed) {
        List<String> texts = printed.stream().map(Printed::text).toList();
        String line = String.join(", ", texts);
        int length = 4 + returns.length() + 1 + operation.method().length() + line.length() + 3;
        return length <= WIDTH ? line : "\n            " + String.join(",\n            ", texts);
    }
}
