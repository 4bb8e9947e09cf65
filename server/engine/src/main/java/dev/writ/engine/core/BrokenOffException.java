package dev.writ.engine.core;

/** Ends an answer that has begun, for a reason that the log has already. */
final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOffException() {
        super("the answer is broken off", null, false, false);
    }
}
