package dev.writ.engine.schema;

/**
 * One place in which a value is not what a schema says.
 *
 * @param pointer JSON pointer (RFC 6901) into the value
 * @param keyword of JSON Schema, or the rule that the text breaks before any schema is asked
 */
public record SchemaError(String pointer, String keyword, String message, String schemaLocation) {
    /** The keyword of a value that is refused because it takes too long to tell whether it is valid. */
    public static final String LIMIT = "limit";

    public boolean isLimit() {
        return keyword.equals(LIMIT);
    }
}
