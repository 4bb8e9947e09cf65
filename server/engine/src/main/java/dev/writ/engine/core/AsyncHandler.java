package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** A handler that may have its answer after it has returned; no thread waits for it. */
public interface AsyncHandler extends Handler {
    /** What the stage fails with is answered as if it had been thrown. */
    @Override
    CompletionStage<Response> begin(Call call) throws Exception;

    @Override
    default Response handle(Call call) throws Exception {
        try {
            return begin(call).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
