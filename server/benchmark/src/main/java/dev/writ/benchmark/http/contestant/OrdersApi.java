package dev.writ.benchmark.http.contestant;

import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the generator makes of the contract, by hand. */
@Path("/")
interface OrdersApi {
    @GET
    @Path("/orders/{number}")
    @OperationId("getOrder")
    Answer getOrder(@Bound("number") String number);

    @POST
    @Path("/orders")
    @OperationId("createOrder")
    Answer createOrder(Order body);

    @POST
    @Path("/batches")
    @OperationId("createOrders")
    Answer createOrders(List<Order> body);

    /** A value as JSON. */
    final class Answer extends TypedResponse {
        Answer(int status, Object value) {
            super(status, Payload.of(value, "application/json"));
        }
    }
}
