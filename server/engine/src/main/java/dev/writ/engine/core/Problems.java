package dev.writ.engine.core;

import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.Checked;
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

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "At most " + limit + " bytes are taken.");
    }
}
