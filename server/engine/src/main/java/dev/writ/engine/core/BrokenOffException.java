package dev.writ.engine.core;

import dev.writ.engine.problem.Problem;

/** Ends an answer that has begun, for a reason that the log has already. */
final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** {@code problem} is for a client that has seen nothing of the answer yet. */
    BrokenOffException(Problem problem) {
        super("the answer is broken off", null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
