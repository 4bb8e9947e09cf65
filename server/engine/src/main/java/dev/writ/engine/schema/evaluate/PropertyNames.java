package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** {@code propertyNames}. */
record PropertyNames(Site site, Schema schema) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new PropertyNames(source.site("propertyNames"), source.subschema("propertyNames")));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isObject()) {
            return true;
        }
        boolean valid = true;
        for (var member : value.properties()) {
            String name = member.getKey();
            if (!run.quietlyDeeper(schema, TextNode.valueOf(name))) {
                valid = run.failMember(site, name, () -> "is not a name that a property may have");
                if (!run.reports()) {
                    return false;
                }
            }
        }
        return valid;
    }
}
