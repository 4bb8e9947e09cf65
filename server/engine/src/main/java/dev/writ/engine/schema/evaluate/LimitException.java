package dev.writ.engine.schema.evaluate;

/** Ends a check that would take too much. It has no stack: it is an outcome, and its cause is the value. */
final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitException(String message) {
        super(message, null, false, false);
    }
}
