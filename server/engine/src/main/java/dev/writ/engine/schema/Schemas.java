package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;

/** The schemas of a contract, and where their references lead. Thread-safe. */
public final class Schemas {
    private final Contract contract;

    public Schemas(Contract contract) {
        this.contract = contract;
    }

    /** What the {@code $ref} of a schema leads to in the end; the schema itself if it has none. */
    public SchemaNode resolved(SchemaNode schema) {
        JsonNode reference = schema.node().path("$ref");
        if (!reference.isTextual() || !reference.asText().startsWith("#/")) {
            return schema;
        }
        String pointer = reference.asText().substring(1);
        return resolved(new SchemaNode(
                new Place(contract.document(), pointer),
                contract.document().root().at(pointer)));
    }
}
