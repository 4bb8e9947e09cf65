package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;

/** A schema of a contract, not yet compiled; possibly no more than a {@code $ref} to another. */
public record SchemaNode(Place place, JsonNode node) {
    public String pointer() {
        return place.pointer();
    }
}
