package dev.writ.engine.core;

import dev.writ.engine.docs.Documents;
import dev.writ.engine.http.Accept;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.match.OperationMatcher;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.security.SecurityEnforcer;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.validate.Arguments;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function from request to response that does what the contract says, in the order of {@link Stage}. Thread-safe; made by
 * {@link EngineBuilder}.
 */
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Map<String, Route> routes;
    private final OperationMatcher matcher;
    private final SecurityEnforcer security;
    private final Documents documents;
    private final Settings settings;

    Engine(Map<String, Route> routes, SecurityEnforcer security, Documents documents, Settings settings) {
        this.routes = routes;
        this.matcher = new OperationMatcher(
                routes.values().stream().map(Route::operation).toList());
        this.security = security;
        this.documents = documents;
        this.settings = settings;
    }

    /** Never throws, never returns before the handler has. */
    public Response handle(Request request) {
        Trace trace = new Trace();
        Response answer;
        try {
            answer = Judgement.pass(request)
                    .then(trace.at(Stage.MATCH, this::match))
                    .then(trace.at(Stage.LENGTH, this::length))
                    .then(trace.at(Stage.AUTHENTICATE, this::authenticate))
                    .then(trace.at(Stage.CONTENT_TYPE, this::contentType))
                    .then(trace.at(Stage.ACCEPT, this::accept))
                    .then(trace.at(Stage.CHECK_REQUEST, this::checkRequest))
                    .then(trace.at(Stage.HANDLE, this::handle))
                    .then(trace.at(Stage.CHECK_RESPONSE, this::checkResponse))
                    .fold(Function.identity(), Function.identity());
        } catch (RuntimeException e) {
            answer = Failures.unexpected(request, trace.stage(), e);
        }
        return Finisher.finish(request, answer);
    }

    /** True if something carries the operation out. */
    public boolean isImplemented(Operation operation) {
        return route(operation).handler().isPresent();
    }

    private Judgement<Matched> match(Request request) {
        Optional<List<String>> segments = OperationMatcher.segments(request.path());
        if (segments.isEmpty()) {
            return invalid(List.of(new Violation(
                    "path", Optional.empty(), "", "encoding", "the path is not percent-encoded UTF-8", "")));
        }
        return matcher.match(request.method(), segments.get())
                .<Judgement<Matched>>fold(
                        (operation, values) -> Judgement.pass(new Matched(request, route(operation), values)),
                        () -> Judgement.answer(document(request)),
                        allowed -> Judgement.answer(otherMethod(request, allowed)));
    }

    private Route route(Operation operation) {
        Route route = routes.get(operation.operationId());
        if (route == null) {
            throw new IllegalStateException("no route for " + operation);
        }
        return route;
    }

    private Response document(Request request) {
        Optional<Response> document = documents.get(request.path());
        if (document.isEmpty()) {
            return problem(ProblemType.NOT_FOUND, "The contract has no path " + request.path() + ".");
        }
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        return read ? document.get() : otherMethod(request, new TreeSet<>(List.of("GET", "HEAD", "OPTIONS")));
    }

    private static Response otherMethod(Request request, SortedSet<String> allowed) {
        Headers allow = Headers.of("Allow", String.join(", ", allowed));
        return request.method().equals("OPTIONS")
                ? Response.of(204).withHeaders(allow)
                : ProblemRenderer.render(
                        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed: " + String.join(", ", allowed) + "."),
                        allow);
    }

    private Judgement<Matched> length(Matched matched) {
        return matched.request().body().declaredLength().orElse(0) > settings.maxBodySize()
                ? Judgement.answer(tooLarge())
                : Judgement.pass(matched);
    }

    private Response tooLarge() {
        return problem(ProblemType.CONTENT_TOO_LARGE, "At most " + settings.maxBodySize() + " bytes are taken.");
    }

    private Judgement<Authenticated> authenticate(Matched matched) {
        return security.decide(matched.route().operation(), matched.request().headers())
                .<Judgement<Authenticated>>fold(
                        principal -> Judgement.pass(new Authenticated(matched, principal)),
                        challenges -> Judgement.answer(ProblemRenderer.render(
                                Problem.of(ProblemType.UNAUTHORIZED, "Credentials are missing or not valid."),
                                Headers.of(Map.of("WWW-Authenticate", challenges)))),
                        retryAfter -> Judgement.answer(ProblemRenderer.render(
                                Problem.of(ProblemType.SERVICE_UNAVAILABLE, "Credentials cannot be judged now."),
                                Headers.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))))));
    }

    private Judgement<Typed> contentType(Authenticated authenticated) {
        Request request = authenticated.matched().request();
        Collection<String> takes = authenticated.matched().route().takes();
        Optional<String> field = request.headers().combined("Content-Type");
        Optional<MediaType> type = field.flatMap(MediaType::parse);
        boolean nothing = field.isEmpty() && request.body().declaredLength().orElse(-1) == 0;
        if (takes.isEmpty()
                || nothing
                || type.map(MediaType::essence).filter(takes::contains).isPresent()) {
            return Judgement.pass(new Typed(authenticated, type));
        }
        return Judgement.answer(
                problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Taken: " + String.join(", ", takes) + "."));
    }

    private Judgement<Typed> accept(Typed typed) {
        Collection<String> offers = typed.authenticated().matched().route().offers();
        Headers headers = typed.authenticated().matched().request().headers();
        return offers.isEmpty() || Accept.of(headers).choose(offers).isPresent()
                ? Judgement.pass(typed)
                : Judgement.answer(problem(ProblemType.NOT_ACCEPTABLE, "On offer: " + String.join(", ", offers) + "."));
    }

    private Judgement<Ready> checkRequest(Typed typed) {
        Matched matched = typed.authenticated().matched();
        Request request = matched.request();
        Optional<byte[]> body;
        try {
            body = request.body().read(settings.maxBodySize());
        } catch (IOException e) {
            LOG.debug("the body of {} {} did not arrive", request.method(), request.path(), e);
            return Judgement.answer(problem(ProblemType.BAD_REQUEST, "The body did not arrive."));
        }
        if (body.isEmpty()) {
            return Judgement.answer(tooLarge());
        }
        return matched.route()
                .requests()
                .check(matched.pathValues(), request.query(), request.headers(), body.get(), typed.contentType())
                .<Judgement<Ready>>fold(
                        arguments -> Judgement.pass(new Ready(typed.authenticated(), arguments)), Engine::invalid);
    }

    private static <T> Judgement<T> invalid(List<Violation> violations) {
        int count = violations.size();
        return Judgement.answer(ProblemRenderer.render(Problem.of(
                        ProblemType.BAD_REQUEST,
                        "The request violates the contract in " + count + (count == 1 ? " place." : " places."))
                .withViolations(violations)));
    }

    private Judgement<Handled> handle(Ready ready) {
        Matched matched = ready.authenticated().matched();
        Request request = matched.request();
        Route route = matched.route();
        if (route.handler().isEmpty()) {
            return Judgement.answer(problem(
                    ProblemType.NOT_IMPLEMENTED,
                    "The operation " + route.operation().operationId() + " is not implemented."));
        }
        Request asGet = request.method().equals("HEAD") ? request.withMethod("GET") : request;
        Call call = new Call(asGet, route.operation(), ready.authenticated().principal(), ready.arguments());
        try {
            Response response = route.handler().get().handle(call);
            boolean bare = response.status() >= 400 && response.content().isEmpty();
            return Judgement.pass(new Handled(
                    request,
                    route,
                    bare ? ProblemRenderer.render(Problem.ofStatus(response.status()), response.headers()) : response));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Judgement.answer(Failures.unexpected(request, Stage.HANDLE, e));
        }
    }

    private Judgement<Response> checkResponse(Handled handled) {
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
                handled.request().method(),
                handled.request().path(),
                violations);
        return Judgement.pass(handled.response());
    }

    private static Response problem(ProblemType type, String detail) {
        return ProblemRenderer.render(Problem.of(type, detail));
    }

    private record Matched(Request request, Route route, Map<String, String> pathValues) {}

    private record Authenticated(Matched matched, Optional<Principal> principal) {}

    private record Typed(Authenticated authenticated, Optional<MediaType> contentType) {}

    private record Ready(Authenticated authenticated, Arguments arguments) {}

    private record Handled(Request request, Route route, Response response) {}

    /** Where a request is, for the log of a failure. */
    private static final class Trace {
        private Stage stage = Stage.MATCH;

        Stage stage() {
            return stage;
        }

        <T, R> Function<T, Judgement<R>> at(Stage next, Function<T, Judgement<R>> step) {
            return value -> {
                stage = next;
                return step.apply(value);
            };
        }
    }
}
