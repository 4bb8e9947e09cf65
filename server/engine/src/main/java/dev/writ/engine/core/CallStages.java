package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Stage#CHECK_REQUEST} to {@link Stage#CHECK_RESPONSE}: the body, the handler, its answer. */
final class CallStages {
    private static final Logger LOG = LoggerFactory.getLogger(CallStages.class);

    /** What an operation that takes no content reads of it. */
    private static final byte[] NOTHING = {};

    private final Settings settings;

    CallStages(Settings settings) {
        this.settings = settings;
    }

    /** The same, but for the check of answers, whose failures are all errors. */
    CallStages enforcing() {
        return new CallStages(settings.withResponseChecks(ResponseChecks.ENFORCE));
    }

    Judgement<Ready> checkRequest(Admitted admitted) {
        Matched matched = admitted.matched();
        Request request = matched.request();
        Optional<byte[]> body;
        try {
            body = matched.route().takes().isEmpty()
                    ? Optional.of(NOTHING)
                    : request.body().read(settings.maxBodySize());
        } catch (IOException e) {
            LOG.debug("The body of {} {} did not arrive", LogText.of(request.method()), LogText.of(request.path()), e);
            return Judgement.answer(Problems.answer(ProblemType.BAD_REQUEST, "The body did not arrive."));
        }
        if (body.isEmpty()) {
            return Judgement.answer(Problems.tooLarge(settings.maxBodySize()));
        }
        return matched.route()
                .requests()
                .check(matched.pathValues(), request.query(), request.headers(), body.get(), admitted.contentType())
                .<Judgement<Ready>>fold(
                        arguments -> Judgement.pass(new Ready(admitted, arguments)),
                        violations -> Judgement.answer(Problems.invalid(violations)));
    }

    Judgement<Handled> handle(Ready ready) {
        Request request = ready.matched().request();
        Route route = ready.matched().route();
        if (route.handler().isEmpty()) {
            return Judgement.answer(Problems.answer(
                    ProblemType.NOT_IMPLEMENTED,
                    "The operation " + route.operation().operationId() + " is not implemented."));
        }
        try {
            return Judgement.pass(new Handled(
                    request, route, withContent(route.handler().get().handle(call(ready)))));
        } catch (UnbindableException e) {
            return Judgement.answer(Problems.invalid(List.of(e.violation())));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Judgement.answer(Failures.unexpected(request, Stage.HANDLE, e));
        }
    }

    /** What a handler is given. */
    Call call(Ready ready) {
        Request request = ready.matched().request();
        return new Call(
                request.method().equals("HEAD") ? request.withMethod("GET") : request,
                ready.matched().route().operation(),
                ready.admitted().authenticated().principal(),
                ready.arguments());
    }

    /** An error that says no more than its status becomes a problem. */
    private static Response withContent(Response response) {
        return response.status() >= 400 && response.content().isEmpty()
                ? ProblemRenderer.render(Problem.ofStatus(response.status()), response.headers())
                : response;
    }

    Judgement<Response> checkResponse(Handled handled) {
        if (settings.responseChecks() == ResponseChecks.OFF) {
            return Judgement.pass(handled.response());
        }
        List<Violation> violations = handled.route().responses().check(handled.response());
        if (violations.isEmpty()) {
            return Judgement.pass(handled.response());
        }
        if (settings.responseChecks() == ResponseChecks.ENFORCE) {
            return Judgement.answer(Failures.undeclared(handled.request(), violations));
        }
        LOG.warn(
                "{} {} was answered outside the contract: {}",
                LogText.of(handled.request().method()),
                LogText.of(handled.request().path()),
                violations);
        return Judgement.pass(handled.response());
    }
}
