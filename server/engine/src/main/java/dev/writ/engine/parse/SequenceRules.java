package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.SequentialFormat;
import java.util.List;
import java.util.Optional;

/** What is ambiguous, or not checked, about content that is a sequence of items, since nobody ever has all of them. */
final class SequenceRules {
    private static final List<String> OF_THE_WHOLE =
            List.of("minItems", "maxItems", "uniqueItems", "contains", "prefixItems", "unevaluatedItems");

    private SequenceRules() {}

    static void check(MediaType type, Element mediaType) {
        Optional<Element> schema = mediaType.child("schema");
        if (SequentialFormat.of(type).isEmpty() || schema.isEmpty()) {
            return;
        }
        if (mediaType.child("itemSchema").isPresent()) {
            schema.get().warn("items are checked by 'itemSchema' alone: all of them together are never there");
            return;
        }
        schema.get().resolved().ifPresent(found -> check(schema.get(), found.node()));
    }

    private static void check(Element reported, JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.asText().equals("array")) {
            OF_THE_WHOLE.stream()
                    .filter(schema::has)
                    .forEach(keyword -> reported.warn("'" + keyword
                            + "' says something of all items together, which are never there: it is not checked"));
            return;
        }
        boolean untold = type.isMissingNode() && (schema.has("oneOf") || schema.has("anyOf"));
        boolean either = type.size() > 1 && type.toString().contains("\"array\"");
        if (untold || either) {
            reported.warn("this may be the schema of an item or of all of them: it is taken for that of an item");
        }
    }
}
