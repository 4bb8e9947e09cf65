package dev.writ.engine.problem;

/** Thrown by whoever carries out an operation, at any depth, to be answered with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail().orElse(problem.title()));
        this.problem = problem;
    }

    /**
     * A problem with what led to it.
     *
     * @param cause for the log alone
     */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.detail().orElse(problem.title()), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
