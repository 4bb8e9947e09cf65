package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Operation;
import dev.writ.engine.problem.Problem;
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

    /**
     * Judges a request that somebody else is to handle, such as an application that has its own way of dispatching: as
     * {@link #handle} does, in the order of {@link Stage}, but no further than {@link Stage#CHECK_REQUEST}. A path that the
     * contract lacks is left alone.
     */
    public Judged judge(Request request) {
        Passage passage = new Passage(match, request);
        return passage.isMatched() || declares(request.path()) ? passage.judge() : new Judged.Unknown();
    }

    /** The answer in place of the one that a request should have had. */
    public Response refuse(Request request, Problem problem) {
        return begin(request).refuse(problem);
    }

    /** The answer for a request that failed outside of the engine, as after {@link #judge}: the log has why. */
    public Response fail(Request request, Exception cause) {
        return new Passage(match, request).fail(cause);
    }

    /** True if the path, as sent, is one of the contract, with whatever method. */
    public boolean declares(String path) {
        return match.declares(path);
    }

    /** The same engine, but for answers outside the contract: they are all refused, as tests want it. */
    public Engine enforcing() {
        return new Engine(stages.enforcing());
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
