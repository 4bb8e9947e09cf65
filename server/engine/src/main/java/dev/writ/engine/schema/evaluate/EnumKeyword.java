package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code enum} and {@code const}. */
record EnumKeyword(Site site, Set<Object> allowed, boolean containers, String text) implements Keyword {
    static Optional<Keyword> ofEnum(SchemaSource source) {
        JsonNode values = source.get("enum");
        return values.isArray()
                ? Optional.of(
                        of(source.site("enum"), values, "must be one of " + Messages.shortened(values.toString())))
                : Optional.empty();
    }

    static Optional<Keyword> ofConst(SchemaSource source) {
        JsonNode value = source.get("const");
        return Optional.of(of(source.site("const"), List.of(value), "must be " + Messages.shortened(value.toString())));
    }

    private static EnumKeyword of(Site site, Iterable<JsonNode> values, String text) {
        Set<Object> allowed = new HashSet<>();
        boolean containers = false;
        for (JsonNode value : values) {
            allowed.add(Canonical.key(value, new Budget(value, Integer.MAX_VALUE)));
            containers |= value.isContainerNode();
        }
        return new EnumKeyword(site, Set.copyOf(allowed), containers, text);
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        return ((!value.isContainerNode() || containers) && allowed.contains(Canonical.key(value, run.budget())))
                || run.fail(site, () -> text);
    }
}
