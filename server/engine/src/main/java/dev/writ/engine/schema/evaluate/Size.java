package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Optional;

/** How many items or properties there may be. */
record Size(Site site, JsonNodeType of, long limit, boolean most) implements Keyword {
    static Optional<Keyword> minItems(SchemaSource source) {
        return of(source, "minItems", JsonNodeType.ARRAY, false);
    }

    static Optional<Keyword> maxItems(SchemaSource source) {
        return of(source, "maxItems", JsonNodeType.ARRAY, true);
    }

    static Optional<Keyword> minProperties(SchemaSource source) {
        return of(source, "minProperties", JsonNodeType.OBJECT, false);
    }

    static Optional<Keyword> maxProperties(SchemaSource source) {
        return of(source, "maxProperties", JsonNodeType.OBJECT, true);
    }

    private static Optional<Keyword> of(SchemaSource source, String keyword, JsonNodeType type, boolean most) {
        return limit(source, keyword).map(limit -> new Size(source.site(keyword), type, limit, most));
    }

    /** The number under a keyword; {@code 2.0} is fine too. */
    static Optional<Long> limit(SchemaSource source, String keyword) {
        JsonNode limit = source.get(keyword);
        return limit.isNumber() ? Optional.of(limit.decimalValue().longValue()) : Optional.empty();
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return value.getNodeType() != of
                || (most ? value.size() <= limit : value.size() >= limit)
                || run.fail(site, () -> message(value));
    }

    private String message(JsonNode value) {
        String noun = of == JsonNodeType.ARRAY ? "item" : "property";
        return Messages.size("have", most ? "at most" : "at least", limit, noun, "had", value.size());
    }
}
