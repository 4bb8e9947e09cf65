package dev.writ.benchmark.http.contestant;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The operations as a plain JAX-RS resource. */
@Path("/")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JerseyOrders {
    private final Desk desk = new Desk();

    @GET
    @Path("/orders/{number}")
    public Order getOrder(@PathParam("number") String number) {
        return desk.find(number);
    }

    @POST
    @Path("/orders")
    public Response createOrder(Order body) {
        return Response.status(201).entity(Order.Receipt.of(body)).build();
    }

    @POST
    @Path("/batches")
    public Response createOrders(List<Order> body) {
        return Response.status(201).entity(Order.BatchReceipt.of(body)).build();
    }
}
