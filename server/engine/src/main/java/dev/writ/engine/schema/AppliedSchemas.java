package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A schema with all that always apply to the same value: what it refers to, and the schemas of {@code allOf}.
 *
 * @param parts none that is nothing but a reference; at least one, unless references lead nowhere
 */
record AppliedSchemas(List<SchemaNode> parts, Schemas schemas) {
    private static final List<String> OF_ARRAYS =
            List.of("items", "prefixItems", "contains", "unevaluatedItems", "minItems", "maxItems", "uniqueItems");
    private static final List<String> OF_OBJECTS =
            List.of("properties", "required", "additionalProperties", "patternProperties", "propertyNames");

    static AppliedSchemas of(SchemaNode schema, Schemas schemas) {
        List<SchemaNode> parts = new ArrayList<>();
        collect(schema, schemas, parts, new HashSet<>());
        return new AppliedSchemas(List.copyOf(parts), schemas);
    }

    private static void collect(SchemaNode schema, Schemas schemas, List<SchemaNode> parts, Set<Place> seen) {
        if (!schema.node().isObject() || !seen.add(schema.place())) {
            return;
        }
        JsonNode reference = schema.node().path("$ref");
        if (reference.isTextual()) {
            schemas.reference(schema, reference.textValue()).ifPresent(target -> collect(target, schemas, parts, seen));
        }
        // In OpenAPI 3.0 nothing beside a $ref means anything (OpenAPI 3.0.4, section 4.7.23.2).
        if (reference.isTextual() && schemas.dialect() == Dialect.OPENAPI_3_0) {
            return;
        }
        parts.add(schema);
        each(schema, "allOf").forEach(part -> collect(part, schemas, parts, seen));
    }

    private static List<SchemaNode> each(SchemaNode schema, String keyword) {
        List<SchemaNode> all = new ArrayList<>();
        JsonNode list = schema.node().path(keyword);
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            all.add(new SchemaNode(schema.place().child(keyword).child(Integer.toString(i)), list.get(i)));
        }
        return all;
    }

    /** Whether no other value than an array is meant. */
    boolean isArray() {
        return types().map(types -> types.equals(Set.of("array"))).orElseGet(() -> has(OF_ARRAYS) && !has(OF_OBJECTS));
    }

    /** Whether an array may be meant among others. */
    boolean mayBeArray() {
        return mayBeArray(new HashSet<>());
    }

    private boolean mayBeArray(Set<Place> seen) {
        Optional<Set<String>> types = types();
        return types.isPresent()
                ? types.get().contains("array")
                : has(OF_ARRAYS)
                        || alternatives().stream()
                                .filter(alternative -> seen.add(alternative.place()))
                                .anyMatch(
                                        alternative -> of(alternative, schemas).mayBeArray(seen));
    }

    private List<SchemaNode> alternatives() {
        List<SchemaNode> all = new ArrayList<>();
        parts.forEach(part -> {
            all.addAll(each(part, "oneOf"));
            all.addAll(each(part, "anyOf"));
        });
        return all;
    }

    /** Those that all parts have in common; empty if none tells. */
    private Optional<Set<String>> types() {
        Optional<Set<String>> common = Optional.empty();
        for (SchemaNode part : parts) {
            JsonNode type = part.node().path("type");
            Set<String> own = new HashSet<>();
            if (type.isTextual()) {
                own.add(type.textValue());
            }
            type.forEach(each -> own.add(each.asText()));
            if (!own.isEmpty()) {
                common.ifPresent(own::retainAll);
                common = Optional.of(own);
            }
        }
        return common;
    }

    private boolean has(List<String> keywords) {
        return parts.stream().anyMatch(part -> keywords.stream().anyMatch(part.node()::has));
    }
}
