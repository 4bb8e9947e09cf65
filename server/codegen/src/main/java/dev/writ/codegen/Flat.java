package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object schema with every allOf merged into it. */
final class Flat {
    private final Map<String, Schema<?>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();
    private Optional<Schema<?>> additional = Optional.empty();
    private boolean closed;

    private Flat() {}

    static Flat of(Schema<?> schema, Schemas schemas) {
        Flat flat = new Flat();
        flat.merge(schema, schemas);
        return flat;
    }

    Map<String, Schema<?>> properties() {
        return properties;
    }

    boolean required(String property) {
        return required.contains(property);
    }

    /** The schema of properties that are not named, where the contract mentions them. */
    Optional<Schema<?>> additional() {
        return closed ? Optional.empty() : additional;
    }

    /** True if the contract forbids properties that are not named. */
    boolean closed() {
        return closed;
    }

    private void merge(Schema<?> schema, Schemas schemas) {
        if (schema.get$ref() != null) {
            schemas.reference(schema).filter(visited::add).ifPresent(name -> merge(schemas.get(name), schemas));
            return;
        }
        if (schema.getAllOf() != null) {
            for (Schema<?> part : schema.getAllOf()) {
                merge(part, schemas);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> properties.put(name, property));
        }
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        mergeAdditional(schema.getAdditionalProperties());
    }

    private void mergeAdditional(@Nullable Object declared) {
        if (declared instanceof Schema<?> schema && schema.getBooleanSchemaValue() == null) {
            additional = Optional.of(schema);
        } else if (Boolean.TRUE.equals(declared) || (declared instanceof Schema<?> s && s.getBooleanSchemaValue())) {
            additional = Optional.of(new Schema<>());
        } else if (declared != null) {
            closed = true;
        }
    }
}
