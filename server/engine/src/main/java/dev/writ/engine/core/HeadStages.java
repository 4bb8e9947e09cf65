package dev.writ.engine.core;

import dev.writ.engine.http.Accept;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.security.SecurityEnforcer;
import dev.writ.engine.spi.Client;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Stage#LENGTH} to {@link Stage#ACCEPT}: what can be refused before the body is read. */
final class HeadStages {
    private final SecurityEnforcer security;
    private final int maxBodySize;

    HeadStages(SecurityEnforcer security, int maxBodySize) {
        this.security = security;
        this.maxBodySize = maxBodySize;
    }

    Judgement<Matched> length(Matched matched) {
        return matched.request().body().declaredLength().orElse(0) > maxBodySize
                ? Judgement.answer(Problems.tooLarge(maxBodySize))
                : Judgement.pass(matched);
    }

    Judgement<Authenticated> authenticate(Matched matched) {
        return security.decide(
                        matched.route().operation(),
                        matched.request().headers(),
                        new Client(matched.request().client()))
                .<Judgement<Authenticated>>fold(
                        principal -> Judgement.pass(new Authenticated(matched, principal)),
                        HeadStages::unauthorized,
                        retryAfter -> later(
                                ProblemType.TOO_MANY_REQUESTS,
                                "There were too many attempts to authenticate.",
                                retryAfter),
                        retryAfter -> later(
                                ProblemType.SERVICE_UNAVAILABLE, "Credentials cannot be judged now.", retryAfter));
    }

    private static Judgement<Authenticated> later(ProblemType type, String detail, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return Judgement.answer(
                ProblemRenderer.render(Problem.of(type, detail), Headers.of("Retry-After", Long.toString(seconds))));
    }

    private static Judgement<Authenticated> unauthorized(List<String> challenges) {
        return Judgement.answer(ProblemRenderer.render(
                Problem.of(ProblemType.UNAUTHORIZED, "Credentials are missing or not valid."),
                Headers.of(Map.of("WWW-Authenticate", challenges))));
    }

    Judgement<Admitted> contentType(Authenticated authenticated) {
        Request request = authenticated.matched().request();
        Set<String> takes = authenticated.matched().route().takes();
        if (!takes.isEmpty() && isEncoded(request)) {
            return Judgement.answer(ProblemRenderer.render(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "No content coding is taken."),
                    Headers.of("Accept-Encoding", "identity")));
        }
        Optional<String> field = request.headers().combined("Content-Type");
        Optional<MediaType> type = field.flatMap(MediaType::parse);
        boolean nothing = field.isEmpty() && request.body().declaredLength().orElse(-1) == 0;
        if (takes.isEmpty()
                || nothing
                || type.map(MediaType::essence).filter(takes::contains).isPresent()) {
            return Judgement.pass(new Admitted(authenticated, type));
        }
        return Judgement.answer(
                Problems.answer(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Taken: " + String.join(", ", takes) + "."));
    }

    private static boolean isEncoded(Request request) {
        return request.headers()
                .combined("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    Judgement<Admitted> accept(Admitted admitted) {
        List<MediaType> offers = admitted.matched().route().offers();
        Headers headers = admitted.matched().request().headers();
        if (offers.isEmpty() || Accept.of(headers).choose(offers).isPresent()) {
            return Judgement.pass(admitted);
        }
        String list = offers.stream().map(MediaType::essence).collect(Collectors.joining(", "));
        return Judgement.answer(Problems.answer(ProblemType.NOT_ACCEPTABLE, "On offer: " + list + "."));
    }
}
