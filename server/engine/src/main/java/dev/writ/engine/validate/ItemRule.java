package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Item;

/** What the contract says of the value of one item. Thread-safe. */
interface ItemRule {

    /** What the contract calls the item, of what an application gave. */
    JsonNode framed(Item item);

    ItemOutcome check(JsonNode value);

    boolean redacts();

    /** Without what nobody may see. */
    JsonNode redact(JsonNode value);

    /** What an application is handed of an item that was sent. */
    default JsonNode handedOver(JsonNode value) {
        return value;
    }
}
