package dev.writ.engine.core;

import dev.writ.engine.http.CodingException;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Heartbeat;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.validate.Checked;
import dev.writ.engine.validate.ReceivedItems;
import dev.writ.engine.validate.RequestChecker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Stage#CHECK_REQUEST} and {@link Stage#HANDLE}: the body, the handler, its answer. */
final class CallStages {
    private static final Logger LOG = LoggerFactory.getLogger(CallStages.class);

    /** Content, in bytes, that is checked in less time than it takes to hand it to another thread. */
    private static final int LITTLE = 8 * 1024;

    private final Settings settings;
    private final ExceptionMappings exceptions;
    private final ErrorAnswers errors;

    CallStages(Settings settings, ExceptionMappings exceptions, ErrorAnswers errors) {
        this.settings = settings;
        this.exceptions = exceptions;
        this.errors = errors;
    }

    /** How the content of a request is to be received; empty if there is none, or nobody wants it. */
    Optional<Intake> intake(Accepted accepted) {
        Matched matched = accepted.matched();
        boolean nothing = matched.route().takes().isEmpty()
                || matched.request().body().declaredLength().orElse(-1) == 0;
        return nothing
                ? Optional.empty()
                : Optional.of(
                        intake(matched.route().requests(), accepted.admitted().contentType()));
    }

    private Intake intake(RequestChecker requests, Optional<MediaType> contentType) {
        if (contentType.filter(requests::takesItems).isPresent()) {
            return new Intake(Intake.Kind.FLOWING, settings.streams().maxRequestSize());
        }
        return contentType.filter(requests::spools).isPresent()
                ? new Intake(Intake.Kind.SPOOLED, settings.bodies().uploads().size())
                : new Intake(Intake.Kind.WHOLE, settings.bodies().size());
    }

    /**
     * Whether to check the request may take longer than to read what little content it has: there is a lot of it, or it
     * is still to come, or it is longer than it was when it was sent.
     */
    boolean mayWait(Accepted accepted) {
        Matched matched = accepted.matched();
        return intake(accepted).isPresent()
                && (matched.request().body().declaredLength().orElse(Long.MAX_VALUE) > LITTLE
                        || !intake(accepted).get().kind().equals(Intake.Kind.WHOLE));
    }

    Judgement<Ready> checkRequest(Accepted accepted) {
        Optional<MediaType> sequence = accepted.admitted()
                .contentType()
                .filter(accepted.matched().route().requests()::takesItems);
        return sequence.isPresent() ? checkItems(accepted, sequence.get()) : checkBody(accepted);
    }

    private Judgement<Ready> checkItems(Accepted accepted, MediaType contentType) {
        Matched matched = accepted.matched();
        Request request = matched.request();
        InputStream content;
        try {
            content = request.body().stream(settings.streams().maxRequestSize());
        } catch (CodingException e) {
            return Judgement.refuse(Problems.ofCoding(e));
        } catch (IOException e) {
            return Judgement.refuse(notArrived(request, e));
        }
        return judged(
                accepted,
                matched.route()
                        .requests()
                        .checkItems(
                                matched.pathValues(),
                                request.query(),
                                request.headers(),
                                content,
                                contentType,
                                settings.bodies().size()));
    }

    private Judgement<Ready> checkBody(Accepted accepted) {
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
            return Judgement.refuse(Problems.ofCoding(e));
        } catch (TooLargeException e) {
            return Judgement.refuse(Problems.tooLarge(e.limit()));
        } catch (IOException e) {
            return Judgement.refuse(notArrived(request, e));
        }
        return judged(accepted, checked);
    }

    private static Judgement<Ready> judged(Accepted accepted, Checked checked) {
        return checked.<Judgement<Ready>>fold(
                arguments -> Judgement.pass(new Ready(accepted, arguments)),
                violations -> Judgement.refuse(Problems.invalid(violations)));
    }

    private static Problem notArrived(Request request, IOException cause) {
        LOG.debug("The body of {} {} did not arrive", LogText.of(request.method()), LogText.of(request.path()), cause);
        return Problem.of(ProblemType.BAD_REQUEST, "The body did not arrive.");
    }

    /** Has the operation carried out; what its handler throws is what the stage fails with. */
    Judgement<CompletionStage<Response>> begin(Ready ready) {
        Route route = ready.matched().route();
        if (route.handler().isEmpty()) {
            return Judgement.refuse(Problem.of(
                    ProblemType.NOT_IMPLEMENTED,
                    "The operation " + route.operation().operationId() + " is not implemented."));
        }
        try {
            return Judgement.pass(
                    Objects.requireNonNull(route.handler().get().begin(call(ready)), "the handler returned null"));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Judgement.refuse(problem(ready, e));
        }
    }

    /** Takes what the handler has answered, or failed with. */
    Judgement<Handled> handled(Ready ready, CompletableFuture<Response> answered) {
        try {
            Response response = sendable(Objects.requireNonNull(answered.join(), "the handler answered null"));
            return Judgement.pass(completed(
                    beating(response),
                    ready.matched().request(),
                    ready.matched().route()));
        } catch (CompletionException e) {
            return Judgement.refuse(problem(ready, e.getCause() instanceof Exception cause ? cause : e));
        } catch (RuntimeException e) {
            return Judgement.refuse(problem(ready, e));
        }
    }

    /** Of what a handler has thrown; if an item of the request is to blame, that is what the client is told. */
    Problem problem(Ready ready, Exception thrown) {
        return ready.arguments()
                .items()
                .flatMap(ReceivedItems::failure)
                .map(Problems::ofItems)
                .orElseGet(() -> problem(ready.matched().request(), thrown));
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

    private static Response sendable(Response response) {
        try {
            return Sendable.checked(response);
        } catch (IllegalStateException e) {
            response.content().discard();
            throw e;
        }
    }

    /** With heartbeats, where they mean nothing. */
    private Response beating(Response response) {
        Duration interval = settings.streams().heartbeat();
        boolean events = response.content().items().isPresent()
                && response.headers()
                        .first("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> type.essence().equals("text/event-stream"))
                        .isPresent();
        if (!events) {
            return response;
        }
        Content openEnded = response.content().asOpenEnded();
        return response.withContent(
                interval.isZero() ? openEnded : openEnded.withHeartbeat(new Heartbeat(":\n\n", interval)));
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
