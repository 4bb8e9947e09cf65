package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Which named schemas are bodies of forms, and which of their properties are read as text or JSON (OpenAPI 3.0, section
 * 4.7.15; 3.1, section 4.8.15).
 */
final class Forms {
    private final OpenAPI openApi;
    private final Schemas schemas;
    private final Models models;
    private final NamedSchemas reachable;
    private final Set<String> multipart = new HashSet<>();
    private final Set<String> urlEncoded = new HashSet<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<Part> readable = new HashSet<>();

    private record Part(String form, String name) {}

    private Forms(OpenAPI openApi, Schemas schemas, Models models) {
        this.openApi = openApi;
        this.schemas = schemas;
        this.models = models;
        this.reachable = new NamedSchemas(schemas, models);
    }

    static Forms of(OpenAPI openApi, Schemas schemas, Models models) {
        Forms forms = new Forms(openApi, schemas, models);
        if (openApi.getPaths() != null) {
            openApi.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(forms::add);
        }
        forms.multipart.forEach(forms::addInside);
        return forms;
    }

    /** Whether the properties of a schema are parts of a multipart body. */
    boolean multipart(String name) {
        return multipart.contains(name);
    }

    /** Whether the properties of a schema are texts in {@code application/x-www-form-urlencoded}. */
    boolean urlEncoded(String name) {
        return urlEncoded.contains(name);
    }

    /** Whether a part of which the schema says nothing is octets always, and never text or JSON. */
    boolean untypedIsFile(String form, String property) {
        return untypedIsFile() && !elsewhere.contains(form) && !readable.contains(new Part(form, property));
    }

    /** From 3.1 on, {@code application/octet-stream} is the default where there is no type. */
    boolean untypedIsFile() {
        return !Objects.requireNonNullElse(openApi.getOpenapi(), "").startsWith("3.0");
    }

    private void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            addRequest(ModelUtils.getReferencedRequestBody(openApi, operation.getRequestBody())
                    .getContent());
        }
        if (operation.getResponses() != null) {
            for (ApiResponse reference : operation.getResponses().values()) {
                Content content =
                        ModelUtils.getReferencedApiResponse(openApi, reference).getContent();
                if (content != null) {
                    content.values().forEach(mediaType -> reachable.add(mediaType.getSchema(), elsewhere));
                }
            }
        }
    }

    private void addRequest(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.forEach((mediaType, declared) -> {
            if (MediaTypes.multipart(mediaType)) {
                Set<String> found = new HashSet<>();
                addForm(declared.getSchema(), found);
                found.forEach(form -> addReadable(form, declared));
                found.forEach(form -> addParts(form, declared));
                multipart.addAll(found);
                addItems(declared.getSchema());
            } else {
                reachable.add(declared.getSchema(), elsewhere);
            }
            if (MediaTypes.urlEncoded(mediaType)) {
                addForm(declared.getSchema(), urlEncoded);
            }
        });
    }

    /** A form, or each of its alternatives. */
    private void addForm(@Nullable Schema<?> schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        schemas.reference(schema).ifPresent(name -> addNamed(name, found));
        Schemas.alternatives(schema).forEach(alternative -> addForm(alternative, found));
    }

    private void addNamed(String name, Set<String> found) {
        if (found.add(name)) {
            addForm(schemas.get(name), found);
            if (models.isParent(name)) {
                models.members(name).forEach(member -> addNamed(member, found));
            }
        }
    }

    /** Those of a body that is an array: each is JSON in a part of its own. */
    private void addItems(@Nullable Schema<?> body) {
        if (body != null) {
            reachable.add(schemas.resolved(body).getItems(), elsewhere);
        }
    }

    private void addReadable(String form, MediaType declared) {
        if (declared.getEncoding() != null) {
            declared.getEncoding().forEach((name, encoding) -> {
                if (encoding.getContentType() != null && MediaTypes.anyReadable(encoding.getContentType())) {
                    readable.add(new Part(form, name));
                }
            });
        }
    }

    /** A part that has parts is a form as well. */
    private void addParts(String form, MediaType declared) {
        if (declared.getEncoding() != null) {
            Flat flat = Flat.of(schemas.get(form), schemas);
            declared.getEncoding().forEach((name, encoding) -> {
                if (encoding.getContentType() != null && MediaTypes.multipart(encoding.getContentType())) {
                    addForm(flat.properties().get(name), multipart);
                }
            });
        }
    }

    /** What is an object in a part is JSON there. */
    private void addInside(String form) {
        Flat flat = Flat.of(schemas.get(form), schemas);
        flat.properties().values().forEach(property -> reachable.add(property, elsewhere));
        flat.additional().ifPresent(additional -> reachable.add(additional, elsewhere));
    }
}
