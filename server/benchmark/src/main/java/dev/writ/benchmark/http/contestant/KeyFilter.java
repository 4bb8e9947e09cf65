package dev.writ.benchmark.http.contestant;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Refuses who does not show the API key. */
@Priority(Priorities.AUTHENTICATION)
final class KeyFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (!Choice.KEY.equals(request.getHeaderString("X-API-Key"))) {
            request.abortWith(Response.status(401)
                    .type("application/json")
                    .entity(Map.of("title", "Unauthorized", "status", 401))
                    .build());
        }
    }
}
