package dev.writ.engine.core;

import dev.writ.engine.http.CodingException;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.validate.Checked;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Stage#CHECK_REQUEST} and {@link Stage#HANDLE}: the body, the handler, its answer. */
final class CallStages {
    private static final Logger LOG = LoggerFactory.getLogger(CallStages.class);

    private final ExceptionMappings exceptions;
    private final ErrorAnswers errors;

    CallStages(ExceptionMappings exceptions, ErrorAnswers errors) {
        this.exceptions = exceptions;
        this.errors = errors;
    }

    Judgement<Ready> checkRequest(Accepted accepted) {
        Matched matched = accepted.matched();
        Request request = matched.request();
        Checked checked;
        try {
            checked = matched.route()
                    .requests()
                    .check(
                            matched.pathValues(),
                            request.query(),
                            request.headers(),
                            request.body(),
                            accepted.admitted().contentType());
        } catch (CodingException e) {
            return Judgement.refuse(Problems.invalid(List.of(
                    new Violation("body", Optional.empty(), "", "encoding", String.valueOf(e.getMessage()), ""))));
        } catch (TooLargeException e) {
            return Judgement.refuse(Problems.tooLarge(e.limit()));
        } catch (IOException e) {
            LOG.debug("The body of {} {} did not arrive", LogText.of(request.method()), LogText.of(request.path()), e);
            return Judgement.refuse(Problem.of(ProblemType.BAD_REQUEST, "The body did not arrive."));
        }
        return checked.<Judgement<Ready>>fold(
                arguments -> Judgement.pass(new Ready(accepted, arguments)),
                violations -> Judgement.refuse(Problems.invalid(violations)));
    }

    Judgement<Handled> handle(Ready ready) {
        Request request = ready.matched().request();
        Route route = ready.matched().route();
        if (route.handler().isEmpty()) {
            return Judgement.refuse(Problem.of(
                    ProblemType.NOT_IMPLEMENTED,
                    "The operation " + route.operation().operationId() + " is not implemented."));
        }
        try {
            Response response =
                    Objects.requireNonNull(route.handler().get().handle(call(ready)), "the handler returned null");
            Handled handled = completed(Sendable.checked(response), request, route);
            return route.partial().select(request, handled.response()).then(part -> Judgement.pass(handled.with(part)));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Judgement.refuse(problem(request, e));
        }
    }

    /** What a handler is given. */
    Call call(Ready ready) {
        Request request = plain(ready.matched().request());
        return new Call(
                request.method().equals("HEAD") ? request.withMethod("GET") : request,
                ready.matched().route().operation(),
                ready.accepted().admitted().authenticated().principal(),
                ready.arguments(),
                ready.accepted().responseType());
    }

    /** Without what was said of the coded form of its content, which nobody sees from here on. */
    private static Request plain(Request request) {
        Headers headers = request.headers();
        return headers.first("Content-Encoding").isPresent()
                ? request.withHeaders(headers.without("Content-Encoding").without("Content-Length"))
                : request;
    }

    /** What the client is told of what a handler, or somebody in its place, has thrown. */
    Problem problem(Request request, Exception thrown) {
        return exceptions.problem(request, thrown);
    }

    /** With what the handler has left open: the content of an error, the media type of other content. */
    private Handled completed(Response response, Request request, Route route) {
        boolean bare = response.content().isEmpty()
                && response.headers().first("Content-Type").isEmpty();
        if (response.status() < 400 || !bare) {
            return new Handled(
                    request, route, route.offers().varied(route.offers().typed(response, request.headers())));
        }
        if (!mayHaveContent(route.operation(), response.status())) {
            return new Handled(request, route, response);
        }
        Problem problem = Problem.ofStatus(response.status()).withHeaders(response.headers());
        return new Handled(request, route, errors.answer(problem, request, Optional.of(route.operation())), true);
    }

    private static boolean mayHaveContent(Operation operation, int status) {
        return operation
                .response(status)
                .map(declared -> !declared.content().isEmpty())
                .orElse(true);
    }
}
