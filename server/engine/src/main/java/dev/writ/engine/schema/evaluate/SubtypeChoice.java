package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.SchemaNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code discriminator} of Swagger 2.0 (section 5.2.19): the value must be that of a schema which builds on this one, by
 * name, or of this one. Where nothing builds on it there is nothing to choose.
 */
final class SubtypeChoice implements Keyword {
    private final SchemaSource source;
    private final String property;
    private final Map<String, SchemaNode> choices;

    private SubtypeChoice(SchemaSource source, String property, Map<String, SchemaNode> choices) {
        this.source = source;
        this.property = property;
        this.choices = choices;
    }

    static Optional<Keyword> of(SchemaSource source) {
        String property = source.get("discriminator").path("propertyName").asText("");
        if (property.isEmpty() || !source.compilation().schemas().discriminatorDecides()) {
            return Optional.empty();
        }
        Map<String, SchemaNode> subtypes = source.compilation().schemas().subtypes(source.schema());
        if (subtypes.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SchemaNode> choices = new LinkedHashMap<>();
        String pointer = source.place().pointer();
        if (pointer.matches("/definitions/[^/]+")) {
            choices.put(Pointers.name(pointer.substring("/definitions/".length())), source.schema());
        }
        choices.putAll(subtypes);
        return Optional.of(new SubtypeChoice(source, property, choices));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        JsonNode name = value.path(property);
        // That it is there, and a string, is a matter of what else the schema says.
        if (!value.isObject() || !name.isTextual()) {
            return true;
        }
        SchemaNode chosen = choices.get(name.textValue());
        if (chosen == null) {
            return run.failMember(
                    source.site("discriminator"),
                    property,
                    () -> "must be one of "
                            + Messages.shortened(choices.keySet().toString()));
        }
        if (chosen.place().equals(source.place())) {
            return true;
        }
        return run.beneath(
                source.compilation().schema(source.schema()),
                value,
                source.compilation().schema(chosen));
    }
}
