package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the named schemas that a value may be made of. */
final class NamedSchemas {
    private final Schemas schemas;
    private final Models models;

    NamedSchemas(Schemas schemas, Models models) {
        this.schemas = schemas;
        this.models = models;
    }

    /** Adds those that are reachable from {@code schema} to those already found. */
    void add(@Nullable Schema<?> schema, Set<String> found) {
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
