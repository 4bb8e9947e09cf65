package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Whether a discriminator can choose (OpenAPI 3.1, section 4.8.25). */
final class DiscriminatorRules {
    private final Schemas schemas;
    private final Report report;

    private final Map<Place, List<Place>> uses = new HashMap<>();

    /** Of some of {@code all} schemas. */
    DiscriminatorRules(List<SchemaNode> all, Schemas schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
        all.stream()
                .filter(schema -> schema.node().path("$ref").isTextual())
                .forEach(schema -> uses.computeIfAbsent(schemas.resolved(schema).place(), absent -> new ArrayList<>())
                        .add(schema.place()));
    }

    void check(SchemaNode schema) {
        JsonNode discriminator = schema.node().path("discriminator");
        String property = discriminator.path("propertyName").asText("");
        if (property.isEmpty()) {
            return;
        }
        Place place = schema.place().child("discriminator");
        discriminator
                .path("mapping")
                .properties()
                .forEach(entry -> mapping(schema, place, entry.getKey(), entry.getValue()));
        subtypes(schema, place);
        Optional<Place> byDefault = byDefault(schema, place, discriminator.path("defaultMapping"));
        if (has(schema, property)) {
            return;
        }
        boolean alternatives = false;
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            for (int i = 0; i < schema.node().path(keyword).size(); i++) {
                alternatives = true;
                Place at = schema.place().child(keyword).child(Integer.toString(i));
                SchemaNode alternative =
                        new SchemaNode(at, schema.node().get(keyword).get(i));
                boolean isDefault = byDefault
                        .filter(schemas.resolved(alternative).place()::equals)
                        .isPresent();
                if (!isDefault && !has(alternative, property)) {
                    report.warn(
                            at, "the discriminator '" + property + "' is not a required property of this alternative");
                }
            }
        }
        if (!alternatives && byDefault.isEmpty()) {
            report.warn(place, "the discriminator '" + property + "' is not a required property of this schema");
        }
    }

    /** From OpenAPI 3.0 on nobody looks for those that build on a schema where it alone is referred to. */
    private void subtypes(SchemaNode schema, Place discriminator) {
        boolean listed = schema.node().has("oneOf") || schema.node().has("anyOf");
        if (listed || schemas.discriminatorDecides()) {
            return;
        }
        Map<String, SchemaNode> subtypes = schemas.subtypes(schema);
        Set<Place> places = new HashSet<>();
        subtypes.values().forEach(subtype -> places.add(subtype.place()));
        boolean alone = uses.getOrDefault(schema.place(), List.of()).stream().anyMatch(use -> !isPart(use, places));
        if (!subtypes.isEmpty() && alone) {
            report.warn(
                    discriminator,
                    "values are checked as this schema alone, whichever of " + String.join(", ", subtypes.keySet())
                            + " they name: a discriminator decides nothing; 'oneOf' does");
        }
    }

    /** Whether it stands in the {@code allOf} of one of them. */
    private static boolean isPart(Place use, Set<Place> owners) {
        int end = use.pointer().lastIndexOf("/allOf/");
        return end >= 0
                && owners.contains(new Place(use.document(), use.pointer().substring(0, end)));
    }

    private void mapping(SchemaNode schema, Place place, String name, JsonNode target) {
        if (target(schema, target.asText()).isEmpty()) {
            report.warn(place.child("mapping").child(name), "'" + target.asText() + "' leads nowhere");
        }
    }

    /** By name or, where there is none of that name, by reference. */
    private Optional<SchemaNode> target(SchemaNode schema, String text) {
        return Optional.of(text)
                .filter(name -> name.matches("[A-Za-z0-9._-]+"))
                .flatMap(name -> schemas.reference(schema, "#/components/schemas/" + name))
                .or(() -> schemas.reference(schema, text));
    }

    /** What is meant where the property names nothing, or is not there (OpenAPI 3.2, section 4.25.4). */
    private Optional<Place> byDefault(SchemaNode schema, Place discriminator, JsonNode mapping) {
        if (!mapping.isTextual()) {
            return Optional.empty();
        }
        Place place = discriminator.child("defaultMapping");
        Optional<Place> target = target(schema, mapping.textValue())
                .map(found -> schemas.resolved(found).place());
        if (target.isEmpty()) {
            report.warn(place, "'" + mapping.textValue() + "' leads nowhere");
            return target;
        }
        List<Place> alternatives = new ArrayList<>();
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            for (int i = 0; i < schema.node().path(keyword).size(); i++) {
                alternatives.add(schemas.resolved(part(schema, keyword, i)).place());
            }
        }
        if (!alternatives.isEmpty() && !alternatives.contains(target.get())) {
            report.warn(place, "'" + mapping.textValue() + "' is none of the alternatives");
        }
        return target;
    }

    private boolean has(SchemaNode schema, String property) {
        return some(
                        schema,
                        new HashSet<>(),
                        (node, name) -> node.path("properties").has(name),
                        property)
                && some(schema, new HashSet<>(), DiscriminatorRules::requires, property);
    }

    private static boolean requires(JsonNode node, String name) {
        for (JsonNode required : node.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is true of a schema, or of one that always applies with it; of alternatives it must be true of each. */
    private boolean some(SchemaNode schema, Set<Place> seen, BiPredicate<JsonNode, String> test, String property) {
        if (!seen.add(schema.place())) {
            return false;
        }
        if (test.test(schema.node(), property)) {
            return true;
        }
        SchemaNode target = schemas.resolved(schema);
        if (!target.place().equals(schema.place()) && some(target, seen, test, property)) {
            return true;
        }
        for (int i = 0; i < schema.node().path("allOf").size(); i++) {
            if (some(part(schema, "allOf", i), seen, test, property)) {
                return true;
            }
        }
        return every(schema, "oneOf", seen, test, property) || every(schema, "anyOf", seen, test, property);
    }

    private boolean every(
            SchemaNode schema, String keyword, Set<Place> seen, BiPredicate<JsonNode, String> test, String property) {
        int size = schema.node().path(keyword).size();
        for (int i = 0; i < size; i++) {
            if (!some(part(schema, keyword, i), seen, test, property)) {
                return false;
            }
        }
        return size > 0;
    }

    private static SchemaNode part(SchemaNode schema, String keyword, int index) {
        return new SchemaNode(
                schema.place().child(keyword).child(Integer.toString(index)),
                schema.node().get(keyword).get(index));
    }
}
