package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which alternative a value was meant to be, so that its errors are told (OpenAPI 3.1, section 4.8.25). Whether the value
 * is valid is the matter of {@code oneOf} and {@code anyOf} alone.
 */
final class Discriminator {
    private final Site site;
    private final String property;
    private final Map<String, Integer> alternatives;

    private Discriminator(Site site, String property, Map<String, Integer> alternatives) {
        this.site = site;
        this.property = property;
        this.alternatives = alternatives;
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
        discriminator.path("mapping").properties().forEach(entry -> {
            String text = entry.getValue().asText();
            Integer index = alternatives.get(text);
            if (index == null) {
                index = schemas.reference(source.schema(), text)
                        .map(target -> places.get(target.place()))
                        .orElse(null);
            }
            if (index != null) {
                alternatives.put(entry.getKey(), index);
            }
        });
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(new Discriminator(source.site("discriminator"), property, alternatives));
    }

    /** The name of a component is the end of the references to it. */
    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The index of the alternative that the value names; if it names none, that is reported. */
    Optional<Integer> choose(JsonNode object, Run run) {
        JsonNode value = object.get(property);
        if (value == null) {
            run.failProperty(site, property, () -> "is required");
            return Optional.empty();
        }
        Optional<Integer> index = named(object);
        if (index.isEmpty()) {
            run.failMember(site, property, () -> "must be one of " + names());
        }
        return index;
    }

    /** The index of the alternative that the value names. */
    Optional<Integer> named(JsonNode object) {
        JsonNode value = object.path(property);
        return value.isTextual() ? Optional.ofNullable(alternatives.get(value.textValue())) : Optional.empty();
    }

    private String names() {
        return Messages.shortened(alternatives.keySet().stream()
                .map(name -> "\"" + name + "\"")
                .toList()
                .toString()
                .replace(", ", ","));
    }
}
