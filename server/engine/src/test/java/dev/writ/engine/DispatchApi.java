package dev.writ.engine;

import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of {@code dispatch.yaml}. */
@Path("/")
interface DispatchApi {
    @GET
    @Path("/x/{b}")
    @OperationId("open")
    PetsApi.Answer open(@Bound("b") String b);

    @GET
    @Path("/{a}/averylongliteral")
    @OperationId("guarded")
    PetsApi.Answer guarded(@Bound("a") String a);

    @GET
    @Path("/names/{id}")
    @OperationId("names")
    PetsApi.Answer names(
            @Bound(value = "id", in = "path") String path,
            @Bound(value = "id", in = "query") @Nullable String query,
            @Bound("ID") @Nullable String upperCase,
            @Bound(value = "id", in = "header") @Nullable String header);

    @GET
    @Path("/a b/ü/tilde~;v=1/plus+")
    @OperationId("special")
    PetsApi.Answer special();

    @GET
    @Path("/numbers")
    @OperationId("numbers")
    PetsApi.Answer numbers(@Bound("n") @Nullable Long n);

    @POST
    @Path("/numbers")
    @OperationId("numbersIn")
    PetsApi.Answer numbersIn(Map<String, List<Long>> body);

    @HEAD
    @Path("/numbers")
    @OperationId("numbersHead")
    PetsApi.Answer numbersHead();
}
