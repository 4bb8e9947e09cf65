package dev.writ.engine.core;

import dev.writ.engine.http.Headers;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.security.Decision;
import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link Stage#AUTHENTICATE} makes of a decision. */
record Admission(Matched matched) implements Decision.Cases<Judgement<Authenticated>> {

    @Override
    public Judgement<Authenticated> granted(Optional<Principal> principal) {
        return Judgement.pass(new Authenticated(matched, principal));
    }

    @Override
    public Judgement<Authenticated> unauthenticated(List<String> challenges) {
        return challenged(ProblemType.UNAUTHORIZED, "Credentials are missing or not valid.", challenges);
    }

    @Override
    public Judgement<Authenticated> forbidden(List<String> challenges) {
        return challenged(ProblemType.FORBIDDEN, "The credentials do not allow this operation.", challenges);
    }

    @Override
    public Judgement<Authenticated> throttled(Duration retryAfter) {
        return later(ProblemType.TOO_MANY_REQUESTS, "There were too many attempts to authenticate.", retryAfter);
    }

    @Override
    public Judgement<Authenticated> unavailable(Duration retryAfter) {
        return later(ProblemType.SERVICE_UNAVAILABLE, "Credentials cannot be judged now.", retryAfter);
    }

    private static Judgement<Authenticated> challenged(ProblemType type, String detail, List<String> challenges) {
        Headers headers = challenges.isEmpty() ? Headers.none() : Headers.of(Map.of("WWW-Authenticate", challenges));
        return Judgement.refuse(Problem.of(type, detail).withHeaders(headers));
    }

    private static Judgement<Authenticated> later(ProblemType type, String detail, Duration retryAfter) {
        return Judgement.refuse(Problem.of(type, detail).withHeader("Retry-After", Problems.retryAfter(retryAfter)));
    }
}
