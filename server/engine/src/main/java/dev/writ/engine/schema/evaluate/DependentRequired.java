package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code dependentRequired}. */
record DependentRequired(Site site, Map<String, Set<String>> names) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        source.map("dependentRequired").forEach((name, others) -> names.put(name, source.names(others.node())));
        return Optional.of(new DependentRequired(source.site("dependentRequired"), names));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isObject()) {
            return true;
        }
        boolean valid = true;
        for (Map.Entry<String, Set<String>> entry : names.entrySet()) {
            if (value.has(entry.getKey())) {
                for (String name : entry.getValue()) {
                    if (!value.has(name) && !run.optional().contains(name)) {
                        valid = run.failProperty(
                                site, name, () -> "is required where there is '" + entry.getKey() + "'");
                    }
                }
            }
        }
        return valid;
    }
}
