package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.SourceLocation;
import java.util.Map;

/** A document as JSON, and where each of its nodes stands in the text. */
record SourceTree(String file, JsonNode root, Map<String, SourceLocation> locations) {

    /** The place of the node, or of the nearest one around it that has a place. */
    SourceLocation locate(String pointer) {
        return SourceLocation.nearest(file, locations, pointer);
    }
}
