package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.ProblemRenderer;
import dev.writ.engine.http.Content;
import dev.writ.engine.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
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
            Object result = method.invoke(resource, arguments);
            if (result instanceof TypedResponse typed) {
                return response(typed);
            }
            throw new IllegalStateException(method + " returned null");
        };
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
