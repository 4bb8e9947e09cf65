package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that breaks one constraint.
 *
 * @param value the whole of it
 * @param pointer the place of the value that breaks it
 * @param keyword of JSON Schema, or the rule of OpenAPI
 * @param constraint where the document says so
 * @param certain whether that keyword must be reported for that place; elsewhere, as in one branch of several, it may be
 *     that of the choice
 */
record Broken(JsonNode value, String pointer, String keyword, String constraint, boolean certain) {
    @Override
    public String toString() {
        return keyword + " at '" + pointer + "' (" + constraint + ")";
    }
}
