package dev.writ.engine.schema;

/**
 * One place in which a value is not what a schema says.
 *
 * @param pointer JSON pointer (RFC 6901) into the value
 * @param keyword of JSON Schema, or the rule that the text breaks before any schema is asked
 */
public record SchemaError(String pointer, String keyword, String message, String schemaLocation) {}
