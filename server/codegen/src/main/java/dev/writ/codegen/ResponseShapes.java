package dev.writ.codegen;

import dev.writ.codegen.ResponseShape.Setter;
import dev.writ.codegen.ResponseShape.Status;
import dev.writ.codegen.ResponseShape.Step;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes the typed responses of an operation: a nested class for each status, a factory for each content. */
final class ResponseShapes {
    private static final String TYPED_RESPONSE = "dev.writ.api.TypedResponse";

    private final OpenAPI openApi;
    private final Schemas schemas;
    private final Types types;
    private final String apiPackage;

    ResponseShapes(OpenAPI openApi, Schemas schemas, Types types, String apiPackage) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.types = types;
        this.apiPackage = apiPackage;
    }

    ResponseShape of(String name, String operationId, Operation operation) {
        Map<StatusRange, ApiResponse> responses = responses(operation.getResponses());
        Imports imports = new Imports(apiPackage, nestedNames(responses));
        imports.use(TYPED_RESPONSE);
        Headers headers = new Headers(openApi, schemas, types, imports);
        Factories factories = new Factories(types, imports);
        List<ResponseShape.Factory> allFactories = new ArrayList<>();
        List<Status> statuses = new ArrayList<>();
        responses.forEach((range, response) -> {
            String type = ResponseNames.type(range.code());
            List<Step> steps = headers.steps(response, type);
            List<Setter> setters = headers.optional(response);
            allFactories.addAll(factories.of(range, response, steps));
            statuses.add(status(range, response, type, setters, steps));
        });
        return new ResponseShape(
                name,
                Javadoc.lines("", List.of("What `" + operationId + "` answers."), Map.of()),
                allFactories,
                statuses,
                responses.keySet().stream().anyMatch(range -> !range.single()),
                imports.lines());
    }

    private static Status status(
            StatusRange range, ApiResponse response, String type, List<Setter> setters, List<Step> steps) {
        String number = range.single() ? range.code() : "checked(status, " + range.first() + ", " + range.last() + ")";
        return new Status(
                Javadoc.lines("    ", List.of(description(range, response)), Map.of()),
                type,
                range.single() ? "Payload payload" : "int status, Payload payload",
                number + ", payload",
                setters,
                steps);
    }

    static String description(StatusRange range, ApiResponse response) {
        String label = range.code().equals("DEFAULT") ? "Any other status" : range.code();
        String text = Objects.requireNonNullElse(response.getDescription(), "").strip();
        return text.isEmpty() ? label + "." : label + ": " + text;
    }

    private Map<StatusRange, ApiResponse> responses(ApiResponses declared) {
        Map<StatusRange, ApiResponse> responses = new LinkedHashMap<>();
        if (declared != null) {
            declared.forEach((code, response) ->
                    responses.put(StatusRange.of(code), ModelUtils.getReferencedApiResponse(openApi, response)));
        }
        if (responses.isEmpty()) {
            responses.put(StatusRange.of("default"), new ApiResponse());
        }
        return responses;
    }

    private static List<String> nestedNames(Map<StatusRange, ApiResponse> responses) {
        List<String> names = new ArrayList<>(List.of("Payload"));
        responses.keySet().forEach(range -> names.add(ResponseNames.type(range.code())));
        return names;
    }
}
