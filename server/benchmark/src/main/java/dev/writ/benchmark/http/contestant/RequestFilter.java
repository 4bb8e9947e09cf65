package dev.writ.benchmark.http.contestant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads the content, has networknt judge it, and hands it on as it came; of a GET the path's number is judged. */
@SuppressWarnings("NullAway.Init")
final class RequestFilter implements ContainerRequestFilter {
    private final ObjectMapper mapper = new ObjectMapper();
    private final OrderSchemas schemas;

    @Context
    private ResourceInfo matched;

    RequestFilter(OrderSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getMethod().equals("GET")) {
            String number = request.getUriInfo().getPathParameters().getFirst("number");
            judge(request, schemas.number(), TextNode.valueOf(number));
            return;
        }
        byte[] content = request.getEntityStream().readAllBytes();
        try {
            JsonNode tree = mapper.readTree(content);
            judge(request, schemas.request(matched.getResourceMethod().getName()), tree);
            request.setEntityStream(new ByteArrayInputStream(content));
        } catch (JsonProcessingException e) {
            refuse(request, List.of(e.getOriginalMessage()));
        }
    }

    private static void judge(ContainerRequestContext request, Schema schema, JsonNode value) {
        List<Error> errors = schema.validate(value);
        if (!errors.isEmpty()) {
            refuse(request, errors.stream().map(Error::toString).toList());
        }
    }

    private static void refuse(ContainerRequestContext request, List<String> errors) {
        request.abortWith(Response.status(400)
                .type("application/json")
                .entity(Map.of("title", "Bad Request", "status", 400, "errors", errors))
                .build());
    }
}
