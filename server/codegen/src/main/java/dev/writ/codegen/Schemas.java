package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The named schemas of a document, and what a schema says itself or through what it refers to. */
final class Schemas {
    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

    Schemas(OpenAPI openApi) {
        ModelUtils.getSchemas(openApi).forEach((name, schema) -> schemas.put(name, schema));
    }

    /** In the order of the document. */
    Set<String> names() {
        return schemas.keySet();
    }

    Schema<?> get(String name) {
        return Objects.requireNonNull(schemas.get(name), () -> "There is no schema " + name + " in the document");
    }

    /** The name that a schema refers to, itself or through a lone allOf, which 3.0 needs to add to a reference. */
    Optional<String> reference(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return Optional.of(ModelUtils.getSimpleRef(schema.get$ref()));
        }
        return lonePart(schema).flatMap(this::reference);
    }

    /** What a schema with nothing of its own but one allOf stands for. */
    Optional<Schema<?>> lonePart(Schema<?> schema) {
        if (schema.getAllOf() == null || schema.getAllOf().size() != 1 || schema.getProperties() != null) {
            return Optional.empty();
        }
        return Optional.of(schema.getAllOf().get(0));
    }

    /** The schema at the end of the references. */
    Schema<?> resolved(Schema<?> schema) {
        return reference(schema)
                .<Schema<?>>map(name -> resolved(get(name)))
                .orElseGet(() -> lonePart(schema).<Schema<?>>map(this::resolved).orElse(schema));
    }

    /** The names of the schemas that this one extends by allOf. */
    List<String> parents(Schema<?> schema) {
        List<String> parents = new ArrayList<>();
        if (schema.getAllOf() != null) {
            for (Schema<?> part : schema.getAllOf()) {
                reference(part).ifPresent(parents::add);
            }
        }
        return parents;
    }

    /** Whether null is a value of the schema, by itself, by an alternative, or because everything is. */
    boolean nullable(Schema<?> schema) {
        return nullable(schema, new HashSet<>());
    }

    private boolean nullable(Schema<?> schema, Set<String> seen) {
        Optional<String> name = reference(schema);
        if (Boolean.TRUE.equals(schema.getNullable())) {
            return true;
        }
        if (name.isPresent()) {
            return seen.add(name.get()) && nullable(get(name.get()), seen);
        }
        return "null".equals(type(schema))
                || (schema.getEnum() != null && schema.getEnum().contains(null))
                || anything(schema)
                || alternatives(schema).stream().anyMatch(part -> nullable(part, seen));
    }

    /** The schemas of the items of an array, those with a place of their own first; an empty one stands for anything. */
    static List<Schema<?>> elements(Schema<?> array) {
        List<Schema<?>> elements = new ArrayList<>();
        if (array.getPrefixItems() != null) {
            array.getPrefixItems().forEach(elements::add);
        }
        Schema<?> rest = array.getItems();
        if (rest == null || !Boolean.FALSE.equals(rest.getBooleanSchemaValue())) {
            elements.add(rest == null ? new Schema<>() : rest);
        }
        return elements;
    }

    /** Of which one is enough. */
    static List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema<?>> alternatives = new ArrayList<>();
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(alternatives::add);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(alternatives::add);
        }
        return alternatives;
    }

    /** Whether a value is octets that are no text: by its format, or, from 3.1 on, by a media type without encoding. */
    boolean octets(Schema<?> schema) {
        Schema<?> resolved = resolved(schema);
        String type = type(resolved);
        if (type != null && !type.equals("string")) {
            return false;
        }
        return "binary".equals(resolved.getFormat())
                || (resolved.getContentMediaType() != null
                        && resolved.getContentEncoding() == null
                        && !MediaTypes.readable(resolved.getContentMediaType()));
    }

    /** Whether nothing is said of what a value is. */
    boolean untyped(Schema<?> schema) {
        Schema<?> resolved = resolved(schema);
        return typeless(resolved)
                && resolved.getAdditionalProperties() == null
                && resolved.getContentMediaType() == null
                && resolved.getContentEncoding() == null
                && !Boolean.FALSE.equals(resolved.getBooleanSchemaValue());
    }

    /** Whether no keyword but those of annotation says what a value is. */
    boolean typeless(Schema<?> schema) {
        return anything(resolved(schema));
    }

    private static boolean anything(Schema<?> schema) {
        return schema.getType() == null
                && schema.getTypes() == null
                && schema.getEnum() == null
                && schema.getConst() == null
                && schema.getProperties() == null
                && schema.getNot() == null
                && schema.getItems() == null
                && parts(schema).isEmpty();
    }

    boolean readOnly(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getReadOnly())
                || reference(schema).map(name -> readOnly(get(name))).orElse(false);
    }

    boolean writeOnly(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getWriteOnly())
                || reference(schema).map(name -> writeOnly(get(name))).orElse(false);
    }

    @Nullable
    Object defaultOf(Schema<?> schema) {
        if (schema.getDefault() != null) {
            return schema.getDefault();
        }
        return reference(schema).map(name -> defaultOf(get(name))).orElse(null);
    }

    /** A description beside the reference, or else of what it refers to. */
    String description(Schema<?> schema) {
        if (schema.getDescription() != null) {
            return schema.getDescription();
        }
        return reference(schema).map(name -> description(get(name))).orElse("");
    }

    /** What a schema is composed of. */
    static List<Schema<?>> parts(Schema<?> schema) {
        List<Schema<?>> parts = new ArrayList<>();
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(parts::add);
        }
        parts.addAll(alternatives(schema));
        return parts;
    }

    static boolean isEnum(Schema<?> schema) {
        return schema.getEnum() != null
                && schema.getEnum().stream().anyMatch(Objects::nonNull)
                && ("string".equals(type(schema)) || "integer".equals(type(schema)));
    }

    @Nullable
    static String type(Schema<?> schema) {
        if (schema.getType() != null || schema.getTypes() == null) {
            return schema.getType();
        }
        return schema.getTypes().size() == 1 ? schema.getTypes().iterator().next() : null;
    }
}
