package dev.writ.engine.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.AsyncHandler;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.Handler;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.json.Json;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes handlers of the engine of functions: {@code new EngineBuilder(contract).on("getPet", Handlers.of(request -> ...))}. */
public final class Handlers {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final ResponseWriter WRITER = new ResponseWriter(MAPPER);

    private Handlers() {}

    public static Handler of(OperationHandler function) {
        return new AsyncHandler() {
            @Override
            public CompletionStage<Response> begin(Call call) throws Exception {
                Object result = function.handle(new OperationRequest(call, MAPPER));
                return result instanceof CompletionStage<?> stage
                        ? stage.thenApply(value -> answer(call, value))
                        : CompletableFuture.completedFuture(answer(call, result));
            }

            @Override
            public boolean mayBlock() {
                return function.mayBlock();
            }
        };
    }

    private static Response answer(Call call, @Nullable Object result) {
        if (result instanceof TypedResponse typed) {
            return WRITER.write(typed);
        }
        Success success = Success.of(call, result);
        return success.mediaType()
                .flatMap(type -> Optional.ofNullable(result)
                        .map(value -> WRITER.write(success.status(), Headers.none(), value, type)))
                .orElseGet(() -> Response.of(success.status()));
    }
}
