package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code uniqueItems}, in about linear time. */
record UniqueItems(Site site) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return source.get("uniqueItems").asBoolean()
                ? Optional.of(new UniqueItems(source.site("uniqueItems")))
                : Optional.empty();
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isArray() || value.size() < 2) {
            return true;
        }
        if (value.size() == 2) {
            return !same(value.get(0), value.get(1), run.budget()) || twice(run);
        }
        Set<Object> seen = new HashSet<>();
        JsonNode alone = null;
        boolean several = false;
        for (JsonNode item : value) {
            if (item.isContainerNode() && !several) {
                if (alone == null) {
                    // Equal to nothing so far, and need not be written out.
                    alone = item;
                    continue;
                }
                several = true;
                seen.add(Canonical.key(alone, run.budget()));
            }
            if (!seen.add(Canonical.key(item, run.budget()))) {
                return twice(run);
            }
            run.budget().charge(2);
        }
        return true;
    }

    private static boolean same(JsonNode one, JsonNode other, Budget budget) {
        return one.getNodeType() == other.getNodeType()
                && Canonical.key(one, budget).equals(Canonical.key(other, budget));
    }

    private boolean twice(Run run) {
        return run.fail(site, () -> "must not have an item twice");
    }
}
