package dev.writ.engine;

import dev.writ.api.RequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;

/** A resource as people write them without a contract. */
@Singleton
@Path("/pets")
@Produces(MediaType.APPLICATION_JSON)
public final class PlainPets {
    private final RequestContext context;

    @Inject
    PlainPets(RequestContext context) {
        this.context = context;
    }

    @GET
    public Map<String, Object> list(@QueryParam("limit") @DefaultValue("99") int limit) {
        return Map.of("limit", limit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Map<String, Object> pet, @Context SecurityContext security) {
        return Response.created(URI.create("pets/1"))
                .entity(pet)
                .header("X-By", security.getUserPrincipal().getName())
                .header("X-Operation", context.operationId() + " " + context.pathTemplate())
                .build();
    }

    @GET
    @Path("{id: .+}")
    public Map<String, Object> get(@PathParam("id") int id) {
        return switch (id) {
            case 1 -> Map.of("name", "Rex");
            case 2 -> throw new IllegalStateException("the secret inside");
            case 3 -> Map.of("name", "");
            case 4 ->
                throw new jakarta.ws.rs.WebApplicationException(Response.status(404)
                        .entity(Map.of("own", true))
                        .type("application/problem+json")
                        .build());
            case 5 -> throw new IllegalArgumentException("mapped by the application");
            default -> throw new NotFoundException();
        };
    }

    @GET
    @Path("newest")
    public void newest() {
        context.requestId();
    }
}
