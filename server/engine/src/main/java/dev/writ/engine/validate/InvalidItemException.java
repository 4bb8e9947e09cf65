package dev.writ.engine.validate;

import dev.writ.engine.problem.Violation;
import java.util.List;

/**
 * An item of a request that is not what the contract says, met by whoever iterates: the engine answers it, with 400 and the
 * violations, unless the answer has begun.
 */
public final class InvalidItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidItemException(List<Violation> violations) {
        super(violations.get(0).toString());
        this.violations = List.copyOf(violations);
    }

    /** At least one. */
    public List<Violation> violations() {
        return violations;
    }
}
