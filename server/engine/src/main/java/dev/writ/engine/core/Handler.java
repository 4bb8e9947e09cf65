package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out an operation: a resource method, a function, a mock. Called by many threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request that the contract allows.
     *
     * @throws UnbindableException to refuse a value with 400 after all
     * @throws Exception anything else is answered with 500 and an id that the log has too
     */
    Response handle(Call call) throws Exception;

    /** As {@link #handle}, for whoever need not have the answer when this returns. */
    default CompletionStage<Response> begin(Call call) throws Exception {
        return CompletableFuture.completedFuture(handle(call));
    }

    /** Whether {@link #begin} may wait for something. */
    default boolean mayBlock() {
        return true;
    }
}
