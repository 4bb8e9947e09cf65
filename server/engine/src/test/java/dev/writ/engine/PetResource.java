package dev.writ.engine;

import dev.writ.api.TypedResponse.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
public final class PetResource implements PetsApi {
    private final Shelter shelter;

    private final SecurityContext security;

    @Inject
    PetResource(Shelter shelter, @Context SecurityContext security) {
        this.shelter = shelter;
        this.security = security;
    }

    @Override
    public Answer listPets(int limit, @Nullable String trace) {
        return new Answer(200, Payload.of(Map.of("limit", limit), "application/json")).with("X-Trace", "" + trace);
    }

    @Override
    public Answer createPet(Pet body) {
        shelter.add(security.getUserPrincipal().getName() + " " + body.name());
        return new Answer(201, Payload.of(body, "application/json")).with("Location", "/pets/1");
    }

    @Override
    public Answer getPet(long petId) {
        return switch ((int) petId) {
            case 1 -> new Answer(200, Payload.of(new Pet("Rex", null, 3, null), "application/json"));
            case 2 -> throw new IllegalStateException("the secret inside");
            case 3 -> new Answer(200, Payload.of(Map.of("name", ""), "application/json"));
            default -> new Answer(404, Payload.problem("There is no pet " + petId + "."));
        };
    }

    @Override
    public Answer newestPet() {
        return new Answer(204, Payload.none());
    }
}
