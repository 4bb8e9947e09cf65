package dev.writ.engine.core;

import dev.writ.engine.docs.Documents;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.security.SecurityEnforcer;
import java.util.Map;

/**
 * A function from request to response that does what the contract says, in the order of {@link Stage}. Thread-safe; made by
 * {@link EngineBuilder}.
 */
public final class Engine implements Application {
    private final MatchStage match;
    private final HeadStages head;
    private final CallStages call;

    Engine(Map<String, Route> routes, SecurityEnforcer security, Documents documents, Settings settings) {
        this.match = new MatchStage(routes, documents);
        this.head = new HeadStages(security, settings.maxBodySize());
        this.call = new CallStages(settings);
    }

    @Override
    public Exchange begin(Request request) {
        return new Passage(match, head, call, request);
    }

    /** Answers whatever comes; returns when the handler has. */
    public Response handle(Request request) {
        return begin(request).answer();
    }

    /** True if something carries the operation out. */
    public boolean isImplemented(Operation operation) {
        return match.route(operation).handler().isPresent();
    }
}
