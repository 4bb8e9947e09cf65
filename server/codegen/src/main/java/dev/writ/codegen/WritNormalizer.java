package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
