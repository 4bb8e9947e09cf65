package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says which alternative a value was meant to be, so that its errors are told (OpenAPI 3.1, section 4.8.25). Whether the value
 * is valid is the matter of {@code oneOf} and {@code anyOf} alone.
 */
final class Discriminator {
    private final Site site;
    private final String property;
    private final Map<String, Integer> alternatives;
    private final Optional<Integer> byDefault;

    private Discriminator(Site site, String property, Map<String, Integer> alternatives, Optional<Integer> byDefault) {
        this.site = site;
        this.property = property;
        this.alternatives = alternatives;
        this.byDefault = byDefault;
    }

    /** None if the schema has none, or one that names no alternative. */
    static Optional<Discriminator> of(SchemaSource source, List<SchemaNode> nodes) {
        JsonNode discriminator = source.get("discriminator");
        String property = discriminator.path("propertyName").asText("");
        if (property.isEmpty()) {
            return Optional.empty();
        }
        Schemas schemas = source.compilation().schemas();
        Map<Place, Integer> places = new LinkedHashMap<>();
        Map<String, Integer> alternatives = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            SchemaNode node = nodes.get(i);
            String reference = node.node().path("$ref").asText("");
            if (!reference.isEmpty()) {
                int index = i;
                schemas.reference(node, reference).ifPresent(target -> places.put(target.place(), index));
                alternatives.put(name(reference), i);
            }
        }
        Function<String, Optional<Integer>> meant = text -> Optional.ofNullable(alternatives.get(text))
                .or(() -> schemas.reference(source.schema(), text).map(target -> places.get(target.place())));
        JsonNode other = discriminator.path("defaultMapping");
        Optional<Integer> byDefault = other.isTextual() ? meant.apply(other.textValue()) : Optional.empty();
        discriminator
                .path("mapping")
                .properties()
                .forEach(entry -> meant.apply(entry.getValue().asText())
                        .ifPresent(index -> alternatives.put(entry.getKey(), index)));
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(new Discriminator(source.site("discriminator"), property, alternatives, byDefault));
    }

    /** The name of a component is the end of the references to it. */
    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The index of the alternative that the value names; if it names none, that is reported. */
    Optional<Integer> choose(JsonNode object, Run run) {
        Optional<Integer> index = named(object);
        if (index.isEmpty()) {
            if (object.has(property)) {
                run.failMember(site, property, () -> "must be one of " + names());
            } else {
                run.failProperty(site, property, () -> "is required");
            }
        }
        return index;
    }

    /** The index of the alternative that the value names or, where it names none, of the default (OpenAPI 3.2, section 4.25.4). */
    Optional<Integer> named(JsonNode object) {
        JsonNode value = object.path(property);
        Optional<Integer> named =
                value.isTextual() ? Optional.ofNullable(alternatives.get(value.textValue())) : Optional.empty();
        return named.or(() -> byDefault);
    }

    private String names() {
        return Messages.shortened(alternatives.keySet().stream()
                .map(name -> "\"" + name + "\"")
                .toList()
                .toString()
                .replace(", ", ","));
    }
}
