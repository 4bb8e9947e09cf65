package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keywords of OpenAPI 3.0 whose meaning is not that of JSON Schema 2020-12 (OpenAPI 3.0.4, section 4.7.24). */
final class Dialect30 {
    private Dialect30() {}

    static void mend(ObjectNode schema) {
        exclusive(schema, "minimum", "exclusiveMinimum");
        exclusive(schema, "maximum", "exclusiveMaximum");
        JsonNode nullable = schema.remove("nullable");
        // Adds null to the type, where one is given; enum and the rest stay as they are.
        if (nullable != null && nullable.asBoolean() && schema.path("type").isTextual()) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
        }
        JsonNode example = schema.remove("example");
        if (example != null) {
            schema.putArray("examples").add(example);
        }
    }

    private static void exclusive(ObjectNode schema, String bound, String flag) {
        JsonNode exclusive = schema.remove(flag);
        if (exclusive != null && exclusive.asBoolean() && schema.has(bound)) {
            schema.set(flag, schema.remove(bound));
        }
    }
}
