package dev.writ.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Java makes of each named schema, and which of them make up a sealed interface. */
final class Models {
    /** What a named schema becomes. An alias is printed as the type that it stands for. */
    enum Kind {
        RECORD,
        UNION,
        ENUM,
        ALIAS
    }

    private final Schemas schemas;
    private final Map<String, Kind> kinds = new HashMap<>();

    Models(Schemas schemas) {
        this.schemas = schemas;
    }

    Kind kind(String name) {
        Kind known = kinds.get(name);
        if (known == null) {
            kinds.put(name, Kind.UNION);
            known = classify(name, schemas.get(name));
            kinds.put(name, known);
        }
        return known;
    }

    private Kind classify(String name, Schema<?> schema) {
        if (schema.get$ref() != null) {
            return Kind.ALIAS;
        }
        if (Schemas.isEnum(schema)) {
            return Kind.ENUM;
        }
        if (!members(name).isEmpty()) {
            return Kind.UNION;
        }
        Flat flat = Flat.of(schema, schemas);
        boolean closedAndEmpty = "object".equals(Schemas.type(schema)) && flat.closed();
        return flat.properties().isEmpty() && !closedAndEmpty && !extendsModel(schema) ? Kind.ALIAS : Kind.RECORD;
    }

    private boolean extendsModel(Schema<?> schema) {
        return schemas.parents(schema).stream()
                .anyMatch(parent -> kind(parent) == Kind.RECORD || kind(parent) == Kind.UNION);
    }

    /** The names of the alternatives of a oneOf over objects, or of the children of a parent with a discriminator. */
    List<String> members(String name) {
        Schema<?> schema = schemas.get(name);
        List<Schema<?>> alternatives = alternatives(schema);
        if (alternatives.isEmpty()) {
            return schema.getDiscriminator() == null ? List.of() : children(name);
        }
        List<String> members = new ArrayList<>();
        for (Schema<?> alternative : alternatives) {
            Optional<String> member = schemas.reference(alternative);
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
        return kind(name) == Kind.UNION && alternatives(schemas.get(name)).isEmpty();
    }

    /** The unions that a named schema belongs to. */
    List<String> unionsOf(String name) {
        return schemas.names().stream()
                .filter(union -> kind(union) == Kind.UNION && members(union).contains(name))
                .toList();
    }

    private List<String> children(String parent) {
        return schemas.names().stream()
                .filter(name -> !name.equals(parent)
                        && ancestors(name, new LinkedHashSet<>()).contains(parent))
                .toList();
    }

    private Set<String> ancestors(String name, Set<String> found) {
        for (String parent : schemas.parents(schemas.get(name))) {
            if (found.add(parent)) {
                ancestors(parent, found);
            }
        }
        return found;
    }
}
