package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * Keeps what openapi-generator loses when it brings OpenAPI 3.1 into the form of 3.0: {@code const} and {@code enum}
 * without {@code type}, and {@code additionalProperties: false}.
 */
public final class WritNormalizer extends OpenAPINormalizer {
    /** Called by openapi-generator. */
    public WritNormalizer(OpenAPI openApi, Map<String, String> rules) {
        super(openApi, rules);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Schema normalizeSchema(Schema schema, Set<Schema> visited) {
        if (schema != null) {
            keepBoolean(schema);
            addType(schema);
        }
        return super.normalizeSchema(schema, visited);
    }

    private static void keepBoolean(Schema<?> schema) {
        if (schema.getAdditionalProperties() instanceof Schema<?> additional
                && additional.getBooleanSchemaValue() != null) {
            schema.setAdditionalProperties(additional.getBooleanSchemaValue());
        }
    }

    private static void addType(Schema<?> schema) {
        if (schema.get$ref() != null || schema.getType() != null || schema.getTypes() != null) {
            return;
        }
        Object value = sample(schema);
        if (value != null) {
            schema.setTypes(new LinkedHashSet<>(Set.of(type(value))));
        }
    }

    @Nullable
    private static Object sample(Schema<?> schema) {
        if (schema.getConst() != null) {
            return schema.getConst();
        }
        return schema.getEnum() == null || schema.getEnum().isEmpty()
                ? null
                : schema.getEnum().get(0);
    }

    private static String type(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return value instanceof Integer || value instanceof Long ? "integer" : "number";
        }
        return "string";
    }
}
