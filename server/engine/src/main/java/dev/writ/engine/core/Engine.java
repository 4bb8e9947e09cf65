package dev.writ.engine.core;

import dev.writ.engine.docs.Documents;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.security.SecurityEnforcer;
import java.util.Map;
import java.util.function.Function;

/**
 * A function from request to response that does what the contract says, in the order of {@link Stage}. Thread-safe; made by
 * {@link EngineBuilder}.
 */
public final class Engine {
    private final MatchStage match;
    private final HeadStages head;
    private final CallStages call;

    Engine(Map<String, Route> routes, SecurityEnforcer security, Documents documents, Settings settings) {
        this.match = new MatchStage(routes, documents);
        this.head = new HeadStages(security, settings.maxBodySize());
        this.call = new CallStages(settings);
    }

    /** Answers whatever comes; returns when the handler has. */
    public Response handle(Request request) {
        Trace trace = new Trace();
        Response answer;
        try {
            answer = Judgement.pass(request)
                    .then(trace.at(Stage.MATCH, match::match))
                    .then(trace.at(Stage.LENGTH, head::length))
                    .then(trace.at(Stage.AUTHENTICATE, head::authenticate))
                    .then(trace.at(Stage.CONTENT_TYPE, head::contentType))
                    .then(trace.at(Stage.ACCEPT, head::accept))
                    .then(trace.at(Stage.CHECK_REQUEST, call::checkRequest))
                    .then(trace.at(Stage.HANDLE, call::handle))
                    .then(trace.at(Stage.CHECK_RESPONSE, call::checkResponse))
                    .fold(Function.identity(), Function.identity());
        } catch (RuntimeException | StackOverflowError e) {
            answer = Failures.unexpected(request, trace.stage(), e);
        }
        return Finisher.finish(request, answer);
    }

    /** True if something carries the operation out. */
    public boolean isImplemented(Operation operation) {
        return match.route(operation).handler().isPresent();
    }

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
