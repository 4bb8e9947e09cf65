package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A schema of the contract, not yet compiled.
 *
 * @param pointer where it stands in the document, after any {@code $ref} to it
 */
public record SchemaNode(String pointer, JsonNode node, SourceLocation location) {}
