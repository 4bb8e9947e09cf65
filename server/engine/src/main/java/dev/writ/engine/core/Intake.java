package dev.writ.engine.core;

/**
 * How the content of a request is to be received.
 *
 * @param limit in bytes: more than this need not be taken
 */
public record Intake(Kind kind, long limit) {

    /** Where content goes. */
    public enum Kind {
        /** Into memory, before anything else is done. */
        WHOLE,
        /** Onto disk if it is large, before anything else is done. */
        SPOOLED,
        /** To whoever reads it, while it comes. */
        FLOWING
    }
}
