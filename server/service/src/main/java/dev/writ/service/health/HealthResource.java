package dev.writ.service.health;

import dev.writ.api.NonBlocking;
import dev.writ.spec.api.GetHealthResponse;
import dev.writ.spec.api.GetReadinessResponse;
import dev.writ.spec.api.HealthApi;
import dev.writ.spec.model.Health;
import dev.writ.spec.model.HealthStatus;
import jakarta.inject.Inject;

/** For load balancers and operators. */
@NonBlocking
public final class HealthResource implements HealthApi {
    private static final Health UP = new Health(HealthStatus.UP);

    private final Readiness readiness;

    @Inject
    public HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public GetHealthResponse getHealth() {
        return GetHealthResponse.ok(UP);
    }

    @Override
    public GetReadinessResponse getReadiness() {
        return readiness
                .obstacle()
                .<GetReadinessResponse>map(obstacle ->
                        GetReadinessResponse.serviceUnavailable(obstacle).retryAfter(1))
                .orElseGet(() -> GetReadinessResponse.ok(UP));
    }
}
