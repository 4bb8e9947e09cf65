package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** {@code required}, but for properties that the other side alone gives. */
final class Required implements Keyword {
    private final Site site;
    private final String[] names;

    private Required(Site site, Set<String> names) {
        this.site = site;
        this.names = names.toArray(String[]::new);
    }

    static Optional<Keyword> of(SchemaSource source) {
        Set<String> names = source.names(source.get("required"));
        names.removeAll(Hidden.optional(source));
        return names.isEmpty() ? Optional.empty() : Optional.of(new Required(source.site("required"), names));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isObject()) {
            return true;
        }
        boolean valid = true;
        for (String name : names) {
            if (value.get(name) == null && !run.optional().contains(name)) {
                valid = run.failProperty(site, name, () -> "is required");
            }
        }
        return valid;
    }
}
