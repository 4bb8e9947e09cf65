package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Place;
import dev.writ.engine.schema.Subschemas;

/** {@code false}: no value is right. */
record NoneSchema(Place place) implements Schema {
    @Override
    public boolean test(JsonNode value, Run run) {
        return run.fail(place, keyword(), NoneSchema::text);
    }

    /** The one that the schema stands under. */
    private String keyword() {
        String[] tokens = place.pointer().split("/", -1);
        for (int i = tokens.length - 1; i > Math.max(0, tokens.length - 3); i--) {
            if (Subschemas.isUnder(tokens[i])) {
                return tokens[i];
            }
        }
        return "false";
    }

    private static String text(String keyword) {
        return switch (keyword) {
            case "additionalProperties", "unevaluatedProperties" -> "is not a property of the contract";
            case "items", "unevaluatedItems" -> "is an item too many";
            default -> "must not be given";
        };
    }

    @Override
    public void redact(JsonNode value, Redaction redaction) {}
}
