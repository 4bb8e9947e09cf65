package dev.writ.engine.handler;

import org.jspecify.annotations.Nullable;

/** Carries out one operation. Called by many threads at once. */
@FunctionalInterface
public interface OperationHandler {
    /**
     * Answers a request that the contract allows.
     *
     * @return a {@link OperationResponse}, or any other typed response; else the value to be sent with the lowest successful status
     *     that the operation declares with content, in the declared media type that the client likes best; {@code null} for
     *     the lowest one without content; a {@code CompletionStage} of one of these
     *     may have it later, and no thread waits
     * @throws Exception is answered with 500 and an id that the log has too
     */
    @Nullable
    Object handle(OperationRequest request) throws Exception;

    /** Whether {@link #handle} may wait for something: a disk, a lock, another server. */
    default boolean mayBlock() {
        return true;
    }

    /** A handler that never waits, and so is answered by the thread that read the request if nothing else makes it wait. */
    static OperationHandler nonBlocking(OperationHandler handler) {
        return new OperationHandler() {
            @Override
            public @Nullable Object handle(OperationRequest request) throws Exception {
                return handler.handle(request);
            }

            @Override
            public boolean mayBlock() {
                return false;
            }
        };
    }
}
