package dev.writ.engine.jersey;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ContainerRequest;

/** The request whose handling threw something, for the mappers of exceptions. Thread-safe: it is that of the asking thread. */
final class FailedRequest {
    private final Provider<ContainerRequest> container;
    private final Provider<EngineSupplier> engine;

    /** What HK2 knows the engine of the application by. */
    interface EngineSupplier extends Supplier<ContractEngine> {}

    @Inject
    FailedRequest(Provider<ContainerRequest> container, Provider<EngineSupplier> engine) {
        this.container = container;
        this.engine = engine;
    }

    Optional<JudgedRequest> judged() {
        return JudgedRequest.of(container.get());
    }

    /** Of a request that was {@link #judged}. */
    SubstituteAnswers answers() {
        JudgedRequest judged =
                judged().orElseThrow(() -> new IllegalStateException("nobody judged the request that failed"));
        return new SubstituteAnswers(judged, container.get(), engine.get().get().engine());
    }
}
