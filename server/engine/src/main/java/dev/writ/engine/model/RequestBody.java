package dev.writ.engine.model;

import java.util.Map;

/**
 * The body of a request (OpenAPI 3.1, section 4.8.13).
 *
 * @param content schema by media type, in the order of the contract
 */
public record RequestBody(boolean required, Map<String, SchemaNode> content, SourceLocation location) {}
