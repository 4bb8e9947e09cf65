package dev.writ.engine.jersey;

import dev.writ.api.TypedResponse;
import dev.writ.engine.handler.ResponseWriter;
import java.lang.reflect.InvocationHandler;
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
        if (!TypedResponse.class.isAssignableFrom(invocable.getRawResponseType())) {
            return null;
        }
        return (resource, method, arguments) -> {
            Object result = method.invoke(resource, arguments);
            if (result instanceof TypedResponse typed) {
                return EngineAnswers.of(writer.write(typed));
            }
            throw new IllegalStateException(method + " returned null");
        };
    }
}
