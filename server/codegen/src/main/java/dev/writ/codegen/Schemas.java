package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The named schemas of a document, and what Java makes of each. */
final class Schemas {
    /** What a named schema becomes. An alias is printed as the type that it stands for. */
    enum Kind {
        RECORD,
        UNION,
        ENUM,
        ALIAS
    }

    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

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

    Kind kind(String name) {
        Kind known = kinds.get(name);
        if (known == null) {
            kinds.put(name, Kind.UNION);
            known = classify(name, get(name));
            kinds.put(name, known);
        }
        return known;
    }

    private Kind classify(String name, Schema<?> schema) {
        if (schema.get$ref() != null) {
            return Kind.ALIAS;
        }
        if (isEnum(schema)) {
            return Kind.ENUM;
        }
        if (!members(name).isEmpty()) {
            return Kind.UNION;
        }
        Flat flat = Flat.of(schema, this);
        boolean closedAndEmpty = "object".equals(type(schema)) && flat.closed();
        return flat.properties().isEmpty() && !closedAndEmpty && !extendsModel(schema) ? Kind.ALIAS : Kind.RECORD;
    }

    private boolean extendsModel(Schema<?> schema) {
        return parents(schema).stream().anyMatch(parent -> kind(parent) == Kind.RECORD || kind(parent) == Kind.UNION);
    }

    /** The names of the alternatives of a oneOf over objects, or of the children of a parent with a discriminator. */
    List<String> members(String name) {
        Schema<?> schema = get(name);
        List<Schema<?>> alternatives = alternatives(schema);
        if (alternatives.isEmpty()) {
            return schema.getDiscriminator() == null ? List.of() : children(name);
        }
        List<String> members = new ArrayList<>();
        for (Schema<?> alternative : alternatives) {
            Optional<String> member = reference(alternative);
            if (member.filter(m -> kind(m) == Kind.RECORD || kind(m) == Kind.UNION)
                    .isEmpty()) {
                return List.of();
            }
            members.add(member.get());
        }
        return members;
    }

    /** A oneOf; an anyOf only where a discriminator tells which it is. */
    private static List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema<?>> alternatives = new ArrayList<>();
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(alternatives::add);
        } else if (schema.getAnyOf() != null && schema.getDiscriminator() != null) {
            schema.getAnyOf().forEach(alternatives::add);
        }
        return alternatives;
    }

    /** True for a parent that is a union only because others extend it. */
    boolean isParent(String name) {
        return kind(name) == Kind.UNION && alternatives(get(name)).isEmpty();
    }

    /** The unions that a named schema belongs to. */
    List<String> unionsOf(String name) {
        return schemas.keySet().stream()
                .filter(union -> kind(union) == Kind.UNION && members(union).contains(name))
                .toList();
    }

    private List<String> children(String parent) {
        return schemas.keySet().stream()
                .filter(name -> !name.equals(parent)
                        && ancestors(name, new LinkedHashSet<>()).contains(parent))
                .toList();
    }

    private Set<String> ancestors(String name, Set<String> found) {
        for (String parent : parents(get(name))) {
            if (found.add(parent)) {
                ancestors(parent, found);
            }
        }
        return found;
    }

    private List<String> parents(Schema<?> schema) {
        List<String> parents = new ArrayList<>();
        if (schema.getAllOf() != null) {
            for (Schema<?> part : schema.getAllOf()) {
                reference(part).ifPresent(parents::add);
            }
        }
        return parents;
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

    boolean nullable(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getNullable())
                || (schema.getEnum() != null && schema.getEnum().contains(null))
                || reference(schema).map(name -> nullable(get(name))).orElse(false);
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
