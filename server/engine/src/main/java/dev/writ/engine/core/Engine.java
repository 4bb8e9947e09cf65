package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A function from request to response that does what the contract says, in the order of {@link Stage}. Thread-safe; made by
 * {@link EngineBuilder}.
 */
public final class Engine implements Application {
    private final Stages stages;
    private final MatchStage match;

    /** Throws {@link ContractException} if operations cannot be told apart. */
    Engine(Stages stages) {
        this.stages = stages;
        this.match = new MatchStage(List.of(stages));
    }

    @Override
    public Exchange begin(Request request) {
        return new Passage(match, request);
    }

    /** Answers whatever comes; returns when the handler has. */
    public Response handle(Request request) {
        return begin(request).answer();
    }

    /** True if something carries the operation out. */
    public boolean isImplemented(Operation operation) {
        return Optional.ofNullable(stages.routes().get(operation.operationId()))
                .flatMap(Route::handler)
                .isPresent();
    }

    Stages stages() {
        return stages;
    }
}
