package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A schema of a contract, not yet compiled; possibly no more than a {@code $ref} to another. Equal where the place is. */
public record SchemaNode(Place place, JsonNode node) {
    public String pointer() {
        return place.pointer();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaNode schema && place.equals(schema.place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }
}
