package dev.writ.engine.jersey;

import dev.writ.api.TypedResponse;
import dev.writ.engine.core.AsyncHandler;
import dev.writ.engine.core.Call;
import dev.writ.engine.handler.ResponseWriter;
import dev.writ.engine.http.Response;
import jakarta.ws.rs.WebApplicationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Carries out an operation by the method of a resource, called without anything in between. Thread-safe. */
final class DirectHandler implements AsyncHandler {
    private final MethodHandle method;
    private final boolean mayBlock;
    private final ArgumentBinder binder;
    private final ResponseWriter writer;

    DirectHandler(ImplementedOperation implemented, Object resource, ArgumentBinder binder, ResponseWriter writer) {
        this.method = handle(implemented.method(), resource);
        this.mayBlock = implemented.mayBlock();
        this.binder = binder;
        this.writer = writer;
    }

    /** Neither the resource nor its interface need be public. */
    private static MethodHandle handle(Method method, Object resource) {
        method.setAccessible(true);
        try {
            return MethodHandles.lookup()
                    .unreflect(method)
                    .bindTo(resource)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is accessible", e);
        }
    }

    /** Whether the method answers with what generated code declares, now or later. */
    static boolean takes(Method method) {
        Type type = method.getGenericReturnType();
        Type answer = type instanceof ParameterizedType later && later.getRawType() == CompletionStage.class
                ? later.getActualTypeArguments()[0]
                : type;
        return answer instanceof Class<?> known && TypedResponse.class.isAssignableFrom(known);
    }

    @Override
    public boolean mayBlock() {
        return mayBlock;
    }

    @Override
    public CompletionStage<Response> begin(Call call) throws Exception {
        @Nullable Object[] arguments = binder.bind(call).values();
        Object result;
        try {
            result = CurrentRequest.during(call, () -> invoke(arguments));
        } catch (WebApplicationException e) {
            return CompletableFuture.completedFuture(WebExceptions.answer(e));
        }
        return result instanceof CompletionStage<?> stage
                ? stage.handle(this::written)
                : CompletableFuture.completedFuture(written(result));
    }

    private Object invoke(@Nullable Object[] arguments) throws Exception {
        try {
            Object result = (Object) method.invokeExact(arguments);
            return Objects.requireNonNull(result, "the resource method returned null");
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Response written(Object result) {
        if (result instanceof TypedResponse typed) {
            return writer.write(typed);
        }
        throw new IllegalStateException("the resource method answered null");
    }

    private Response written(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            return written(Objects.requireNonNull(result, "the resource method answered null"));
        }
        Throwable cause = WebExceptions.cause(failure);
        if (cause instanceof WebApplicationException thrown) {
            return WebExceptions.answer(thrown);
        }
        throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }
}
