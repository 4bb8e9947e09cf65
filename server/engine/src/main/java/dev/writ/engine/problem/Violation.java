package dev.writ.engine.problem;

import java.util.Optional;

/**
 * One place in which a request (or a response) is not what the contract says.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie} or {@code body}
 * @param name the parameter or header field; empty for a body
 * @param pointer JSON pointer (RFC 6901) into the value; empty text for the whole of it
 * @param keyword the JSON Schema keyword, or the rule, that is broken
 * @param message for a person
 * @param schemaLocation file and JSON pointer of what asks for it
 */
public record Violation(
        String in, Optional<String> name, String pointer, String keyword, String message, String schemaLocation) {

    /** For a log: where it is, what is wrong, and what asks for it. */
    @Override
    public String toString() {
        return in + pointer + ": " + message + " (" + schemaLocation + ")";
    }
}
