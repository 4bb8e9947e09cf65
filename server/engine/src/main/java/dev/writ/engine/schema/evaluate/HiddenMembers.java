package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.HiddenProperties;
import java.util.Optional;
import java.util.Set;

/**
 * Read-only properties in a request (OpenAPI 3.1, section 4.8.24; JSON Schema Validation, section 9.4): checked as all are, then
 * taken out of the value, or refused.
 */
record HiddenMembers(SchemaSource source, Set<String> names, boolean refused) implements Keyword {
    /** None where no property is hidden. */
    static Optional<Keyword> of(SchemaSource source) {
        if (source.compilation().direction() == Direction.RESPONSE) {
            return Optional.empty();
        }
        Set<String> names = Hidden.properties(source);
        boolean refused = source.compilation().options().readOnly() == HiddenProperties.REFUSE;
        return names.isEmpty() ? Optional.empty() : Optional.of(new HiddenMembers(source, names, refused));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!(value instanceof ObjectNode object)) {
            return true;
        }
        boolean valid = true;
        for (String name : names) {
            if (object.has(name)) {
                if (refused) {
                    valid = refuse(name, run);
                } else {
                    run.edits().remove(object, name);
                }
            }
        }
        return valid;
    }

    private boolean refuse(String name, Run run) {
        Site site = new Site(source.place().child("properties").child(name), "readOnly");
        return run.failMember(site, name, () -> "is read-only");
    }
}
