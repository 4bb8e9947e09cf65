package dev.writ.engine.jersey;

import dev.writ.api.TypedResponse;
import dev.writ.engine.handler.ResponseWriter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jspecify.annotations.Nullable;

/** Turns what methods of generated interfaces return into JAX-RS responses, written once. */
final class TypedResponses implements ResourceMethodInvocationHandlerProvider {
    private final ResponseWriter writer;

    TypedResponses(ResponseWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable InvocationHandler create(Invocable invocable) {
        if (!DirectHandler.takes(invocable.getDefinitionMethod())) {
            return null;
        }
        // Neither the resource nor its interface need be public.
        invocable.getHandlingMethod().setAccessible(true);
        invocable.getDefinitionMethod().setAccessible(true);
        return (resource, method, arguments) -> {
            Object result = invoke(method, resource, arguments);
            return result instanceof CompletionStage<?> stage ? later(method, stage) : written(method, result);
        };
    }

    /** Mappers of exceptions are to see what the stage failed with, and not what it is wrapped in. */
    private CompletionStage<Response> later(Method method, CompletionStage<?> stage) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        stage.whenComplete((result, failure) -> {
            try {
                if (failure == null) {
                    answer.complete(written(method, result));
                } else {
                    answer.completeExceptionally(bare(WebExceptions.cause(failure)));
                }
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private Response written(Method method, @Nullable Object result) {
        if (result instanceof TypedResponse typed) {
            return EngineAnswers.of(writer.write(typed));
        }
        throw new IllegalStateException(method + " returned null");
    }

    private static @Nullable Object invoke(Method method, Object resource, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException {
        try {
            return method.invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            throw new InvocationTargetException(bare(Objects.requireNonNull(e.getCause(), "what was thrown")));
        }
    }

    /** Jersey would send what an exception carries as content past every mapper; without it, the engine answers. */
    private static Throwable bare(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer
                && answer.getResponse().hasEntity()) {
            Response bare = Response.fromResponse(answer.getResponse())
                    .entity(null)
                    .type((MediaType) null)
                    .build();
            return new WebApplicationException(answer, bare);
        }
        return thrown;
    }
}
