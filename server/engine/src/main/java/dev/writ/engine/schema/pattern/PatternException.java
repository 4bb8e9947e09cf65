package dev.writ.engine.schema.pattern;

/** A text that is no regular expression. */
final class PatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PatternException(String regex, String reason) {
        super("'" + regex + "' is no regular expression of ECMA-262: " + reason);
    }
}
