package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** {@code not}. */
record Not(Site site, Schema schema, String text) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        return Optional.of(new Not(source.site("not"), source.subschema("not"), text(source)));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        int noted = run.edited();
        boolean excluded = run.quietly(schema, value);
        run.undoTo(noted);
        return !excluded || run.fail(site, () -> text);
    }

    /** What is excluded, if it can be said in a few words. */
    private static String text(SchemaSource source) {
        JsonNode not = source.get("not");
        if (not.size() == 1 && not.has("required")) {
            return "must not have " + Messages.list(List.copyOf(source.names(not.get("required"))));
        }
        if (not.size() == 1 && not.path("type").isTextual()) {
            return "must not be " + Messages.article(not.get("type").textValue());
        }
        if (not.size() == 1 && not.has("const")) {
            return "must not be " + Messages.shortened(not.get("const").toString());
        }
        if (not.size() == 1 && not.has("enum")) {
            return "must not be one of " + Messages.shortened(not.get("enum").toString());
        }
        if (not.size() == 1 && not.path("pattern").isTextual()) {
            return "must not match " + not.get("pattern").textValue();
        }
        return "must not be what 'not' excludes";
    }
}
