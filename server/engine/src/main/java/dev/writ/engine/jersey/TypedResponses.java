package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.ProblemRenderer;
import dev.writ.engine.http.Content;
import dev.writ.engine.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jspecify.annotations.Nullable;

/** Turns what methods of generated interfaces return into JAX-RS responses, written once. */
final class TypedResponses implements ResourceMethodInvocationHandlerProvider {
    private final ObjectMapper mapper;

    TypedResponses(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable InvocationHandler create(Invocable invocable) {
        if (!TypedResponse.class.isAssignableFrom(invocable.getRawResponseType())) {
            return null;
        }
        return (resource, method, arguments) -> {
            Object result = invoke(method, resource, arguments);
            if (result instanceof TypedResponse typed) {
                return response(typed);
            }
            throw new IllegalStateException(method + " returned null");
        };
    }

    /** Jersey would send what an exception carries as content past every mapper; without it, the engine answers. */
    private static @Nullable Object invoke(Method method, Object resource, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException {
        try {
            return method.invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof WebApplicationException answer
                    && answer.getResponse().hasEntity()) {
                Response bare = Response.fromResponse(answer.getResponse())
                        .entity(null)
                        .type((MediaType) null)
                        .build();
                throw new InvocationTargetException(new WebApplicationException(answer, bare));
            }
            throw e;
        }
    }

    private Response response(TypedResponse typed) {
        Response.ResponseBuilder builder = Response.status(typed.status());
        typed.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return typed.payload()
                .fold(
                        () -> builder,
                        (value, mediaType) -> builder.type(mediaType).entity(content(value)),
                        detail -> {
                            Problem bare = Problem.ofStatus(typed.status());
                            Problem problem = detail.map(bare::withDetail).orElse(bare);
                            return builder.type("application/problem+json")
                                    .entity(ProblemRenderer.render(problem).content());
                        })
                .build();
    }

    private Content content(Object value) {
        JsonNode tree = mapper.valueToTree(value);
        try {
            return Content.ofJson(mapper.writeValueAsBytes(tree), tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
