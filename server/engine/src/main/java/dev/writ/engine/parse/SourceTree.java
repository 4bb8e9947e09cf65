package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;

/** A document as JSON, and where each of its nodes stands in the text. */
record SourceTree(Document document) {
    JsonNode root() {
        return document.root();
    }

    /** The place of the node, or of the nearest one around it that has a place. */
    SourceLocation locate(String pointer) {
        return new Place(document, pointer).location();
    }
}
