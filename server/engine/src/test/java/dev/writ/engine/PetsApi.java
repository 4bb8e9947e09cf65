package dev.writ.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the generator would make of {@code pets.yaml}, written by hand so that the engine is tested alone. */
@Path("/")
interface PetsApi {
    @GET
    @Path("/pets")
    @OperationId("listPets")
    Answer listPets(@Bound("limit") int limit, @Bound("X-Trace") @Nullable String trace);

    @POST
    @Path("/pets")
    @OperationId("createPet")
    Answer createPet(Pet body);

    @GET
    @Path("/pets/{petId}")
    @OperationId("getPet")
    Answer getPet(@Bound("petId") long petId);

    @GET
    @Path("/pets/newest")
    @OperationId("newestPet")
    Answer newestPet();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pet(
            String name,
            @Nullable String tag,
            @Nullable Integer age,
            @Nullable LocalDate born) {}

    /** Says anything, declared or not, so that the response check has something to find. */
    final class Answer extends TypedResponse {
        Answer(int status, Payload payload) {
            super(status, payload);
        }

        Answer with(String name, String value) {
            header(name, value);
            return this;
        }
    }
}
