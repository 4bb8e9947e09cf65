package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Keeps what openapi-generator loses when it brings OpenAPI 3.1 into the form of 3.0: {@code const} and {@code enum}
 * without {@code type}, {@code additionalProperties: false} and {@code prefixItems}. An inline schema that a body has in
 * several media types becomes one.
 */
public final class WritNormalizer extends OpenAPINormalizer {
    /** Called by openapi-generator. */
    public WritNormalizer(OpenAPI openApi, Map<String, String> rules) {
        super(openApi, rules);
    }

    @Override
    protected void normalizeRequestBody(Operation operation) {
        if (operation.getRequestBody() != null) {
            RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
            if (body != null && body.getContent() != null) {
                share(body.getContent());
            }
        }
        super.normalizeRequestBody(operation);
    }

    /** Only multipart bodies need their own encodings here. */
    private static void share(Content content) {
        Map<Schema<?>, MediaType> bySchema = new LinkedHashMap<>();
        content.forEach((name, declared) -> {
            if (declared.getSchema() != null && declared.getSchema().get$ref() == null) {
                bySchema.merge(
                        declared.getSchema(), declared, (one, other) -> MediaTypes.multipart(name) ? other : one);
            }
        });
        content.replaceAll((name, declared) -> bySchema.getOrDefault(declared.getSchema(), declared));
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Schema normalizeSchema(Schema schema, Set<Schema> visited) {
        if (schema != null) {
            keepBoolean(schema);
            ownAlternatives(schema.getAnyOf());
            ownAlternatives(schema.getOneOf());
            addType(schema);
        }
        Schema normalized = super.normalizeSchema(schema, visited);
        if (schema != null && schema.getPrefixItems() != null) {
            keepPlaces(schema, normalized, visited);
        }
        return normalized;
    }

    /** An array becomes another one, which knows nothing of its items but what all have in common. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private void keepPlaces(Schema schema, Schema normalized, Set<Schema> visited) {
        List<Schema> places = schema.getPrefixItems();
        normalized.setPrefixItems(
                places.stream().map(place -> normalizeSchema(place, visited)).toList());
        if (schema.getItems() != null && schema.getItems().getBooleanSchemaValue() != null) {
            normalized.setItems(schema.getItems());
        }
    }

    /** The alternative to null is made nullable: it must be no other one, which the parser keeps as one if it is equal. */
    @SuppressWarnings("rawtypes")
    private void ownAlternatives(@Nullable List<Schema> alternatives) {
        if (alternatives != null
                && alternatives.stream().anyMatch(each -> ModelUtils.isNullTypeSchema(openAPI, each))) {
            alternatives.replaceAll(each -> each.get$ref() == null ? ModelUtils.cloneSchema(each, true) : each);
        }
    }

    private static void keepBoolean(Schema<?> schema) {
        if (schema.getAdditionalProperties() instanceof Schema<?> additional
                && additional.getBooleanSchemaValue() != null) {
            schema.setAdditionalProperties(additional.getBooleanSchemaValue());
        }
    }

    private static void addType(Schema<?> schema) {
        if (schema.get$ref() == null && schema.getType() == null && schema.getTypes() == null) {
            Set<String> types = values(schema).stream()
                    .filter(Objects::nonNull)
                    .map(WritNormalizer::type)
                    .collect(Collectors.toSet());
            if (types.size() == 1) {
                schema.setTypes(new LinkedHashSet<>(types));
            }
        }
    }

    private static List<?> values(Schema<?> schema) {
        if (schema.getConst() != null) {
            return List.of(schema.getConst());
        }
        return Objects.requireNonNullElse(schema.getEnum(), List.of());
    }

    private static String type(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0 ? "integer" : "number";
        }
        return value instanceof String ? "string" : "object";
    }
}
