package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Which named schemas are part of requests, and which of responses. */
final class Directions {
    private final OpenAPI openApi;
    private final NamedSchemas reachable;
    private final Set<String> requests = new HashSet<>();
    private final Set<String> responses = new HashSet<>();

    private Directions(OpenAPI openApi, NamedSchemas reachable) {
        this.openApi = openApi;
        this.reachable = reachable;
    }

    static Directions of(OpenAPI openApi, Schemas schemas, Models models) {
        Directions directions = new Directions(openApi, new NamedSchemas(schemas, models));
        if (openApi.getPaths() != null) {
            openApi.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(directions::add);
        }
        return directions;
    }

    boolean inRequests(String name) {
        return requests.contains(name);
    }

    boolean inResponses(String name) {
        return responses.contains(name);
    }

    private void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            add(
                    ModelUtils.getReferencedRequestBody(openApi, operation.getRequestBody())
                            .getContent(),
                    requests);
        }
        if (operation.getResponses() != null) {
            for (ApiResponse response : operation.getResponses().values()) {
                add(ModelUtils.getReferencedApiResponse(openApi, response).getContent(), responses);
            }
        }
    }

    private void add(@Nullable Content content, Set<String> found) {
        if (content != null) {
            content.values().forEach(mediaType -> reachable.add(mediaType.getSchema(), found));
        }
    }
}
