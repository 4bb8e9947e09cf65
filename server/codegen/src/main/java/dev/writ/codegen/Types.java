package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The Java type of a schema. */
final class Types {
    private static final BigDecimal LOWEST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal HIGHEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final Set<String> EVENT_FIELDS = Set.of("data", "event", "id", "retry");

    private final Schemas schemas;
    private final Models models;
    private final UnaryOperator<String> modelClass;

    /** {@code modelClass} gives the qualified class of a named schema. */
    Types(Schemas schemas, Models models, UnaryOperator<String> modelClass) {
        this.schemas = schemas;
        this.models = models;
        this.modelClass = modelClass;
    }

    /** The type of a value that is there and not null. */
    JavaType of(Schema<?> schema) {
        return of(schema, new HashSet<>());
    }

    JavaType model(String name) {
        return JavaType.of(modelClass.apply(name));
    }

    /** Whether the schema, or that of the items of an array, is of an event as a whole: of its data and other fields of events. */
    boolean isEvent(@Nullable Schema<?> schema) {
        Schema<?> found = resolved(schema);
        if (found != null && "array".equals(Schemas.type(found))) {
            found = resolved(found.getItems());
        }
        return found != null
                && found.getProperties() != null
                && found.getProperties().containsKey("data")
                && EVENT_FIELDS.containsAll(found.getProperties().keySet());
    }

    private @Nullable Schema<?> resolved(@Nullable Schema<?> schema) {
        return schema == null
                ? null
                : schemas.reference(schema).<Schema<?>>map(schemas::get).orElse(schema);
    }

    private JavaType of(Schema<?> schema, Set<String> aliases) {
        if (schema.get$ref() == null) {
            return schemas.lonePart(schema).map(part -> of(part, aliases)).orElseGet(() -> inline(schema, aliases));
        }
        String name = schemas.reference(schema).orElseThrow();
        if (models.kind(name) != Models.Kind.ALIAS) {
            return model(name);
        }
        if (!aliases.add(name)) {
            return JavaType.OBJECT;
        }
        JavaType type = of(schemas.get(name), aliases);
        aliases.remove(name);
        return type;
    }

    private JavaType inline(Schema<?> schema, Set<String> aliases) {
        String type = Schemas.type(schema);
        if (type == null) {
            return additional(schema).isPresent() ? map(schema, aliases) : JavaType.OBJECT;
        }
        return switch (type) {
            case "string" -> string(schema);
            case "integer" -> integer(schema);
            case "number" -> number(schema.getFormat());
            case "boolean" -> JavaType.of("boolean");
            case "array" ->
                JavaType.listOf(common(Schemas.elements(schema).stream()
                        .map(each -> element(each, aliases))
                        .toList()));
            case "object" -> map(schema, aliases);
            default -> JavaType.OBJECT;
        };
    }

    /** One type for all of these. */
    static JavaType common(List<JavaType> types) {
        List<JavaType> distinct = types.stream()
                .map(type -> new JavaType(type.boxed().name(), type.arguments(), false))
                .distinct()
                .toList();
        JavaType common = distinct.size() == 1 ? distinct.get(0) : JavaType.OBJECT;
        return types.stream().anyMatch(JavaType::nullable) ? common.orNull() : common;
    }

    private JavaType element(@Nullable Schema<?> schema, Set<String> aliases) {
        if (schema == null) {
            return JavaType.OBJECT;
        }
        JavaType type = of(schema, aliases);
        return schemas.nullable(schema) ? type.orNull() : type;
    }

    private JavaType map(Schema<?> schema, Set<String> aliases) {
        return JavaType.mapOf(element(additional(schema).orElse(null), aliases));
    }

    private Optional<Schema<?>> additional(Schema<?> schema) {
        return Flat.of(schema, schemas).additional();
    }

    private static JavaType string(Schema<?> schema) {
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        return switch (format) {
            case "byte" -> JavaType.of("byte[]");
            case "binary" -> JavaType.INPUT_STREAM;
            case "date" -> JavaType.of("java.time.LocalDate");
            case "date-time" -> JavaType.of("java.time.OffsetDateTime");
            case "uuid" -> JavaType.of("java.util.UUID");
            case "uri", "uri-reference" -> JavaType.of("java.net.URI");
            default -> JavaType.STRING;
        };
    }

    /** Without a format, an int if the bounds say that it fits. */
    private static JavaType integer(Schema<?> schema) {
        if ("int64".equals(schema.getFormat())) {
            return JavaType.of("long");
        }
        boolean fits = schema.getMinimum() != null
                && schema.getMaximum() != null
                && schema.getMinimum().compareTo(LOWEST_INT) >= 0
                && schema.getMaximum().compareTo(HIGHEST_INT) <= 0;
        return JavaType.of("int32".equals(schema.getFormat()) || fits ? "int" : "long");
    }

    private static JavaType number(@Nullable String format) {
        if (format != null && (format.equals("float") || format.equals("double"))) {
            return JavaType.of(format);
        }
        return JavaType.of("java.math.BigDecimal");
    }
}
