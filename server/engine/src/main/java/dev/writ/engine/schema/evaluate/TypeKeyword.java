package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code type}, with {@code nullable} of OpenAPI 3.0. */
record TypeKeyword(Site site, int allowed, List<String> names) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        JsonNode type = source.get("type");
        List<String> names = new ArrayList<>(type.isArray() ? source.names(type) : Set.of(type.asText()));
        // OpenAPI 3.0.4, section 4.7.24.1: only beside a type, and it does not add null to an enum.
        if (source.is30() && source.get("nullable").asBoolean()) {
            names.add(Type.NULL.text());
        }
        return Optional.of(new TypeKeyword(source.site("type"), bits(names), List.copyOf(names)));
    }

    private static int bits(List<String> names) {
        int bits = 0;
        for (String name : names) {
            bits |= Type.named(name).map(Type::bit).orElse(0);
        }
        return bits;
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        JsonNodeType kind = value.getNodeType();
        boolean valid =
                kind == JsonNodeType.STRING ? (allowed & Type.STRING.bit()) != 0 : (allowed & Type.bitsOf(value)) != 0;
        return valid || run.fail(site, () -> Messages.type(names, value));
    }
}
