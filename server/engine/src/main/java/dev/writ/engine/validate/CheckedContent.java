package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Content that is what the contract says.
 *
 * @param value of JSON and of text; empty for everything else
 * @param edited whether the value is another than the content had: without what its schema hides, or with its defaults
 */
record CheckedContent(Optional<JsonNode> value, boolean edited) {
    static final CheckedContent NO_VALUE = new CheckedContent(Optional.empty(), false);
}
