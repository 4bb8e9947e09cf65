package dev.writ.engine.core;

import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.rate.RateLimiter;
import dev.writ.engine.security.SecurityEnforcer;
import dev.writ.engine.spi.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link Stage#ADDRESS_LIMITS} to {@link Stage#ACCEPT}: what can be refused before the body is read. */
final class HeadStages {
    private final SecurityEnforcer security;
    private final Settings settings;
    private final RateLimiter limiter;
    private final boolean takesCoded;

    HeadStages(SecurityEnforcer security, Settings settings) {
        this.security = security;
        this.settings = settings;
        this.limiter = new RateLimiter(settings.rateLimits());
        this.takesCoded = settings.compression().requests();
    }

    /** Whether {@link #addressLimits} has anything to judge. */
    boolean limitsAddresses(Matched matched) {
        return limiter.limitsAddresses(matched.route().operation().operationId());
    }

    Judgement<Matched> addressLimits(Matched matched) {
        return limiter.byAddress(
                        matched.route().operation().operationId(),
                        matched.request().client())
                .map(exceeded -> Judgement.<Matched>refuse(Problems.tooMany(exceeded)))
                .orElseGet(() -> Judgement.pass(matched));
    }

    Judgement<Matched> length(Matched matched) {
        long largest = isOfItems(matched)
                ? settings.streams().maxRequestSize()
                : matched.route().requests().largestBody();
        return matched.request().body().declaredLength().orElse(0) > largest
                ? Judgement.refuse(Problems.tooLarge(largest))
                : Judgement.pass(matched);
    }

    /** Whether to judge the head may take longer than to look at it: credentials are judged by somebody who may wait. */
    boolean mayWait(Matched matched) {
        return security.mayWait(matched.route().operation(), matched.request());
    }

    private static boolean isOfItems(Matched matched) {
        return matched.request()
                .headers()
                .combined("Content-Type")
                .flatMap(MediaType::parse)
                .filter(matched.route().requests()::takesItems)
                .isPresent();
    }

    Judgement<Authenticated> authenticate(Matched matched) {
        return security.decide(matched.route().operation(), matched.request())
                .fold(new Admission(matched))
                .fold(
                        Judgement::pass,
                        Judgement::answer,
                        // Who tries what is refused is counted as well.
                        problem -> Judgement.refuse(
                                beyondLimit(matched, Optional.empty()).orElse(problem)));
    }

    Judgement<Authenticated> principalLimits(Authenticated authenticated) {
        return beyondLimit(authenticated.matched(), authenticated.principal().map(Principal::name))
                .map(Judgement::<Authenticated>refuse)
                .orElseGet(() -> Judgement.pass(authenticated));
    }

    private Optional<Problem> beyondLimit(Matched matched, Optional<String> principal) {
        return limiter.byPrincipal(
                        matched.route().operation().operationId(),
                        principal,
                        matched.request().client())
                .map(Problems::tooMany);
    }

    Judgement<Admitted> contentType(Authenticated authenticated) {
        Request request = authenticated.matched().request();
        List<MediaType> takes = authenticated.matched().route().takes();
        Headers headers = request.headers();
        Optional<String> field = headers.combined("Content-Type");
        boolean nothingSent = request.body().declaredLength().orElse(-1) == 0;
        if (takes.isEmpty() || (field.isEmpty() && nothingSent)) {
            return Judgement.pass(new Admitted(authenticated, Optional.empty()));
        }
        Optional<List<ContentCoding>> codings = codings(headers);
        if (codings.isEmpty()) {
            return Judgement.refuse(unknownCoding());
        }
        Optional<MediaType> type =
                field.isEmpty() ? Optional.of(MediaType.OCTET_STREAM) : field.flatMap(MediaType::parse);
        return type.filter(sent -> !sent.isRange() && takes.stream().anyMatch(taken -> taken.includes(sent)))
                .map(taken -> Judgement.pass(new Admitted(
                        nothingSent ? authenticated : authenticated.decoded(codings.get()), Optional.of(taken))))
                .orElseGet(() -> nothingSent
                        // Tools name the type of content even where they send none.
                        ? Judgement.pass(new Admitted(authenticated, Optional.empty()))
                        : Judgement.refuse(
                                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Taken: " + list(takes) + ".")));
    }

    /** In which the content is sent; empty if it cannot be decoded. */
    private Optional<List<ContentCoding>> codings(Headers headers) {
        return ContentCoding.list(headers.combined("Content-Encoding").orElse(""))
                .filter(codings -> takesCoded || codings.isEmpty());
    }

    private Problem unknownCoding() {
        String taken = takesCoded ? ContentCoding.all() : "identity";
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content codings that are taken: " + taken + ".")
                .withHeader("Accept-Encoding", taken);
    }

    private static String list(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    Judgement<Accepted> accept(Admitted admitted) {
        Offers offers = admitted.matched().route().offers();
        Optional<MediaType> choice = offers.choose(admitted.matched().request().headers());
        return choice.isPresent() || offers.isEmpty()
                ? Judgement.pass(new Accepted(admitted, choice))
                : Judgement.refuse(Problem.of(ProblemType.NOT_ACCEPTABLE, "On offer: " + offers + "."));
    }
}
