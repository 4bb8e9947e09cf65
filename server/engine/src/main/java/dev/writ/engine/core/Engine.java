package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;

/**
 * A function from request to response that does what the contract says, in the order of {@link Stage}. Thread-safe; made by
 * {@link EngineBuilder}.
 */
public final class Engine implements Application {
    private final Stages stages;

    Engine(Stages stages) {
        this.stages = stages;
    }

    @Override
    public Exchange begin(Request request) {
        return new Passage(stages, request);
    }

    /** Answers whatever comes; returns when the handler has. */
    public Response handle(Request request) {
        return begin(request).answer();
    }

    /** True if something carries the operation out. */
    public boolean isImplemented(Operation operation) {
        return stages.match().route(operation).handler().isPresent();
    }
}
