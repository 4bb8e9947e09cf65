package dev.writ.engine.jersey;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Between the engine's responses and those of JAX-RS. */
final class EngineAnswers {
    /** What speaks of the content of one response and not of another in its place. */
    private static final List<String> OF_CONTENT = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Disposition",
            "Content-Language",
            "ETag",
            "Last-Modified",
            "Location");

    private EngineAnswers() {}

    static jakarta.ws.rs.core.Response of(Response response) {
        jakarta.ws.rs.core.Response.ResponseBuilder builder = jakarta.ws.rs.core.Response.status(response.status());
        response.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return response.content().isEmpty()
                ? builder.build()
                : builder.entity(response.content()).build();
    }

    static Response of(ContainerResponseContext answered, Content content) {
        Map<String, List<String>> fields = new HashMap<>(answered.getStringHeaders());
        return new Response(answered.getStatus(), Headers.of(fields), content);
    }

    /** Puts an answer in the place of another, whose other header fields stay. */
    static void replace(ContainerResponseContext answered, Response response) {
        answered.setStatus(response.status());
        OF_CONTENT.forEach(answered.getHeaders()::remove);
        response.headers().forEach((name, values) -> answered.getHeaders().put(name, new ArrayList<>(values)));
    }
}
