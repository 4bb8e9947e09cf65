package dev.writ.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One of the items that content consists of, where it is a sequence of them (OpenAPI 3.2, section 4.14.4).
 *
 * @param value JSON; of an event stream the object that describes the event, as OpenAPI has it, but that {@code data} may be
 *     any JSON, which is written as text; empty for a comment alone
 * @param comment of an event stream, for whoever reads along; no part of the value
 * @param isBare whether the value is what an application gave, of which only the contract can say what it is in an event
 *     stream: the event, or its data
 */
public record Item(Optional<JsonNode> value, Optional<String> comment, boolean isBare) {

    /** Of an application that said no more. */
    public static Item bare(JsonNode value) {
        return new Item(Optional.of(value), Optional.empty(), true);
    }

    public static Item of(JsonNode value) {
        return new Item(Optional.of(value), Optional.empty(), false);
    }

    /** The same, but for its value, of which it is known what it is. */
    public Item withValue(JsonNode other) {
        return new Item(Optional.of(other), comment, false);
    }
}
