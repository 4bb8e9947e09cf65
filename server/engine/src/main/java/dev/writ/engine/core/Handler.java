package dev.writ.engine.core;

import dev.writ.engine.http.Response;

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

    /** Whether {@link #handle} may wait for something. */
    default boolean mayBlock() {
        return true;
    }
}
