package dev.writ.engine.core;

import dev.writ.engine.http.CodingException;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.rate.RateLimit;
import dev.writ.engine.rate.RateLimiter;
import dev.writ.engine.validate.Checked;
import dev.writ.engine.validate.InvalidItemException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        if (failure.getCause() instanceof CodingException coding) {
            return ofCoding(coding);
        }
        return failure.getCause() instanceof TooLargeException tooLarge
                ? Problem.of(
                        ProblemType.CONTENT_TOO_LARGE,
                        "Content goes on beyond what is taken: " + tooLarge.getMessage() + ".")
                : Problem.of(ProblemType.BAD_REQUEST, "The body did not arrive.");
    }

    /** For content that is not in the coding that it is said to be in. */
    static Problem ofCoding(CodingException failure) {
        return invalid(List.of(
                new Violation("body", Optional.empty(), "", "encoding", String.valueOf(failure.getMessage()), "")));
    }

    /** Beyond a rate limit. */
    static Problem tooMany(RateLimiter.Exceeded exceeded) {
        RateLimit limit = exceeded.limit();
        String whose = limit.per() == RateLimit.Per.ADDRESS ? "an address" : "a client";
        String which = limit.operation().equals(RateLimit.ALL) ? "" : " of " + limit.operation();
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "There may be " + limit.requests() + " requests" + which + " by " + whose + " in "
                                + limit.period().toString().substring(2).toLowerCase(Locale.ROOT) + ".")
                .withHeader("Retry-After", retryAfter(exceeded.retryAfter()));
    }

    /** In whole seconds, at least one (RFC 9110, section 10.2.3). */
    static String retryAfter(Duration delay) {
        return Long.toString(Math.max(1, delay.plusMillis(999).toSeconds()));
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "At most " + limit + " bytes are taken.");
    }
}
