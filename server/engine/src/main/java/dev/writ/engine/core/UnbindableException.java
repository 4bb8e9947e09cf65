package dev.writ.engine.core;

import dev.writ.engine.problem.Violation;

/** A value that the contract allows and the handler's type cannot hold. The client is told, with 400. */
public final class UnbindableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    public UnbindableException(Violation violation, Throwable cause) {
        super(violation.message(), cause);
        this.violation = violation;
    }

    Violation violation() {
        return violation;
    }
}
