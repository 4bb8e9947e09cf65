package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * Gives a type to schemas of OpenAPI 3.1 that say {@code const} or {@code enum} but not {@code type}, which the
 * normalizer takes for schemas without any rule.
 */
public final class ConstTypes extends OpenAPINormalizer {
    /** Called by openapi-generator. */
    public ConstTypes(OpenAPI openApi, Map<String, String> rules) {
        super(openApi, rules);
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected Schema processNormalize31Spec(Schema schema, Set<Schema> visited) {
        addType(schema);
        return super.processNormalize31Spec(schema, visited);
    }

    private static void addType(@Nullable Schema<?> schema) {
        if (schema == null || schema.getType() != null || schema.getTypes() != null) {
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
