package dev.writ.engine.validate;

import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;

/** What the text of a parameter or header field stands for. */
enum PrimitiveType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN;

    static PrimitiveType of(SchemaNode schema, Schemas schemas) {
        return switch (schemas.resolved(schema).node().path("type").asText("string")) {
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            default -> STRING;
        };
    }
}
