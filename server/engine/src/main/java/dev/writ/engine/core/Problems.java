package dev.writ.engine.core;

import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.Checked;
import dev.writ.engine.validate.InvalidItemException;
import java.util.List;

/** The refusals that stages have in common. */
final class Problems {
    private Problems() {}

    static Problem invalid(List<Violation> violations) {
        int count = violations.size();
        String places =
                count == 1 ? "1 place." : count + (count < Checked.MAX_VIOLATIONS ? " places." : " places or more.");
        return Problem.of(ProblemType.BAD_REQUEST, "The request violates the contract in " + places)
                .withViolations(violations);
    }

    /** For items that did not arrive as the contract says. */
    static Problem ofItems(RuntimeException failure) {
        if (failure instanceof InvalidItemException invalid) {
            return invalid(invalid.violations());
        }
        return failure.getCause() instanceof TooLargeException tooLarge
                ? Problem.of(
                        ProblemType.CONTENT_TOO_LARGE,
                        "Content goes on beyond what is taken: " + tooLarge.getMessage() + ".")
                : Problem.of(ProblemType.BAD_REQUEST, "The body did not arrive.");
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "At most " + limit + " bytes are taken.");
    }
}
