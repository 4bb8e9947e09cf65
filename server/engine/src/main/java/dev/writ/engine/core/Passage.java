package dev.writ.engine.core;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.spi.Principal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** One request on its way through the stages, and how far it has come. */
final class Passage implements Exchange {
    /** The name under which every line of the log that a request causes has its id. */
    static final String REQUEST_ID = "requestId";

    private final Request request;
    private final long began = System.nanoTime();
    private final Judgement<Matched> matched;
    private Stage stage = Stage.MATCH;
    private Optional<Principal> principal = Optional.empty();

    Passage(MatchStage match, Request request) {
        this.request = request;
        this.matched = match(match, request);
    }

    private static Judgement<Matched> match(MatchStage match, Request request) {
        try {
            return match.match(request);
        } catch (RuntimeException e) {
            return Judgement.answer(Failures.unexpected(request, Stage.MATCH, e));
        }
    }

    @Override
    public boolean mayBlock() {
        return matched.fold(known -> known.route().mayBlock(), answer -> false);
    }

    @Override
    public Response answer() {
        return logged(this::judged);
    }

    @Override
    public Response refuse(Problem problem, Headers headers) {
        return logged(() -> ProblemRenderer.render(problem, headers));
    }

    /** As far as {@link Stage#CHECK_REQUEST}, for a request that somebody else handles. */
    Judged judge() {
        try {
            return ready().fold(this::allowed, response -> new Judged.Answered(logged(() -> response)));
        } catch (RuntimeException | StackOverflowError e) {
            return new Judged.Answered(logged(() -> Failures.unexpected(request, stage, e)));
        }
    }

    private Judged allowed(Ready ready) {
        CallStages call = ready.matched().stages().call();
        return new Judged.Allowed(
                call.call(ready),
                ready.matched().pathValues(),
                response -> call.checkResponse(
                                new Handled(request, ready.matched().route(), response))
                        .fold(passed -> Optional.empty(), Optional::of));
    }

    private Response logged(Supplier<Response> work) {
        MDC.put(REQUEST_ID, request.id());
        try {
            Response answer = Finisher.finish(request, work.get());
            AccessLog.log(request, answer, operation(), principal, System.nanoTime() - began);
            return answer;
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    private Response judged() {
        try {
            return ready().then(this::carriedOut).fold(Function.identity(), Function.identity());
        } catch (RuntimeException | StackOverflowError e) {
            return Failures.unexpected(request, stage, e);
        }
    }

    private Judgement<Ready> ready() {
        return matched.then(this::ready);
    }

    private Judgement<Ready> ready(Matched found) {
        HeadStages head = found.stages().head();
        CallStages call = found.stages().call();
        return Judgement.pass(found)
                .then(at(Stage.LENGTH, head::length))
                .then(at(Stage.AUTHENTICATE, head::authenticate))
                .then(this::authenticated)
                .then(at(Stage.CONTENT_TYPE, head::contentType))
                .then(at(Stage.ACCEPT, head::accept))
                .then(at(Stage.CHECK_REQUEST, call::checkRequest));
    }

    private Judgement<Response> carriedOut(Ready ready) {
        CallStages call = ready.matched().stages().call();
        return Judgement.pass(ready)
                .then(at(Stage.HANDLE, call::handle))
                .then(at(Stage.CHECK_RESPONSE, call::checkResponse));
    }

    private Judgement<Authenticated> authenticated(Authenticated authenticated) {
        principal = authenticated.principal();
        return Judgement.pass(authenticated);
    }

    private <T, R> Function<T, Judgement<R>> at(Stage next, Function<T, Judgement<R>> step) {
        return value -> {
            stage = next;
            return step.apply(value);
        };
    }

    private Optional<Operation> operation() {
        return matched.fold(known -> Optional.of(known.route().operation()), answer -> Optional.empty());
    }
}
