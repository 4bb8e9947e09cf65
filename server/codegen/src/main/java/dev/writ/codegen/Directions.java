package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Which named schemas are part of requests, and which of responses. */
final class Directions {
    private final OpenAPI openApi;
    private final Schemas schemas;
    private final Models models;
    private final Set<String> requests = new HashSet<>();
    private final Set<String> responses = new HashSet<>();

    private Directions(OpenAPI openApi, Schemas schemas, Models models) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.models = models;
    }

    static Directions of(OpenAPI openApi, Schemas schemas, Models models) {
        Directions directions = new Directions(openApi, schemas, models);
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
            content.values().forEach(mediaType -> add(mediaType.getSchema(), found));
        }
    }

    private void add(@Nullable Schema<?> schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            schemas.reference(schema).ifPresent(name -> addNamed(name, found));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> add(property, found));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> additional) {
            add(additional, found);
        }
        add(schema.getItems(), found);
        Schemas.parts(schema).forEach(part -> add(part, found));
    }

    private void addNamed(String name, Set<String> found) {
        if (found.add(name)) {
            add(schemas.get(name), found);
            if (models.isParent(name)) {
                models.members(name).forEach(member -> addNamed(member, found));
            }
        }
    }
}
