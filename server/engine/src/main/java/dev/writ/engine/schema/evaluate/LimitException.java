package dev.writ.engine.schema.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ends a check that would take too much. It has no stack: it is an outcome, and its cause is the value. */
final class LimitException extends RuntimeException {
    static final String TOO_LONG = "takes too long to check: send less at once,"
            + " or ask whoever serves this for a simpler schema or more steps for a check";
    static final String TOO_DEEP = "is nested too deep for its schema: send it with less nesting";

    private static final long serialVersionUID = 1L;

    private final transient Deque<Object> path = new ArrayDeque<>();

    LimitException(String message) {
        super(message, null, false, false);
    }

    /** Learns on its way out where it began: below a property or an item. */
    LimitException below(Object token) {
        path.addFirst(token);
        return this;
    }

    /** From the root of the value to where the check ended. */
    Iterable<Object> path() {
        return path;
    }
}
