package dev.writ.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** Of {@code methods.yaml}: methods that JAX-RS has no annotations for. */
@Path("/")
interface NotesApi {
    @QUERY
    @Path("/notes/{id}")
    @OperationId("search")
    PetsApi.Answer search(@Bound("id") long id, JsonNode body);

    @COPY
    @Path("/notes/{id}")
    @OperationId("copy")
    PetsApi.Answer copy(@Bound("id") long id, @Bound("target") Map<String, Long> target);

    @HttpMethod("QUERY")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface QUERY {}

    @HttpMethod("COPY")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface COPY {}
}
