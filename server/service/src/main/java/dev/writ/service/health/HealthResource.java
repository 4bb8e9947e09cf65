package dev.writ.service.health;

import dev.writ.spec.api.GetHealthResponse;
import dev.writ.spec.api.GetReadinessResponse;
import dev.writ.spec.api.HealthApi;
import dev.writ.spec.model.Health;
import dev.writ.spec.model.HealthStatus;
import jakarta.inject.Inject;

/** For load balancers and operators. */
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
        return readiness.isReady()
                ? GetReadinessResponse.ok(UP)
                : GetReadinessResponse.serviceUnavailable("The database does not answer.")
                        .retryAfter(1);
    }
}
