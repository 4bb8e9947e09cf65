package dev.writ.codegen;

import dev.writ.codegen.Property.Presence;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of a named object schema. */
final class Properties {
    private final Schemas schemas;
    private final Directions directions;
    private final FormTypes types;
    private final Literals literals;

    Properties(Schemas schemas, Directions directions, FormTypes types, Literals literals) {
        this.schemas = schemas;
        this.directions = directions;
        this.types = types;
        this.literals = literals;
    }

    List<Property> of(String name, Imports imports) {
        Flat flat = Flat.of(schemas.get(name), schemas);
        List<Property> properties = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of("builder"));
        flat.properties().forEach((json, schema) -> {
            String java = Names.unique(Names.member(json), taken::contains);
            taken.add(java);
            properties.add(property(name, json, java, schema, required(name, json, schema, flat), imports));
        });
        flat.additional().ifPresent(schema -> {
            String java = Names.unique("additionalProperties", taken::contains);
            properties.add(new Property(
                    java,
                    java,
                    JavaType.mapOf(additional(name, schema)),
                    Presence.ADDITIONAL,
                    Optional.empty(),
                    schemas.description(schema)));
        });
        return properties;
    }

    /** What is only read may be missing from a request, and what is only written from a response. */
    private boolean required(String name, String json, Schema<?> schema, Flat flat) {
        boolean missing = (schemas.readOnly(schema) && directions.inRequests(name))
                || (schemas.writeOnly(schema) && directions.inResponses(name));
        return flat.required(json) && !missing;
    }

    private Property property(
            String owner, String json, String java, Schema<?> schema, boolean required, Imports imports) {
        JavaType type = types.property(owner, json, schema);
        boolean nullable = types.nullable(schema, type);
        if (required) {
            Presence presence = nullable ? Presence.REQUIRED_NULLABLE : Presence.REQUIRED;
            return new Property(json, java, type, presence, Optional.empty(), schemas.description(schema));
        }
        Optional<String> fallback = Optional.ofNullable(schemas.defaultOf(schema))
                .flatMap(value -> literals.of(value, schema, type, imports));
        Presence presence = nullable ? Presence.MAYBE : fallback.isPresent() ? Presence.DEFAULTED : Presence.OPTIONAL;
        return new Property(json, java, type, presence, fallback, schemas.description(schema));
    }

    private JavaType additional(String owner, Schema<?> schema) {
        JavaType type = types.additional(owner, schema);
        return types.nullable(schema, type) ? type.orNull() : type;
    }
}
