package dev.writ.engine.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.Handler;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.json.Json;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Makes handlers of the engine of functions: {@code new EngineBuilder(contract).on("getPet", Handlers.of(request -> ...))}. */
public final class Handlers {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final ResponseWriter WRITER = new ResponseWriter(MAPPER);

    private Handlers() {}

    public static Handler of(OperationHandler function) {
        return new Handler() {
            @Override
            public Response handle(Call call) throws Exception {
                return answer(call, function.handle(new OperationRequest(call, MAPPER)));
            }

            @Override
            public boolean mayBlock() {
                return function.mayBlock();
            }
        };
    }

    private static Response answer(Call call, @Nullable Object result) throws Exception {
        if (result instanceof CompletionStage<?> stage) {
            return answer(call, awaited(stage));
        }
        if (result instanceof TypedResponse typed) {
            return WRITER.write(typed);
        }
        Success success = Success.of(call, result);
        return success.mediaType()
                .flatMap(type -> Optional.ofNullable(result)
                        .map(value -> WRITER.write(success.status(), Headers.none(), value, type)))
                .orElseGet(() -> Response.of(success.status()));
    }

    private static @Nullable Object awaited(CompletionStage<?> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
