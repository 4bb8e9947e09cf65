package dev.writ.engine.jersey;

import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.model.Contract;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.ErrorRenderer;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.ProblemMapping;
import java.util.Optional;
import org.glassfish.hk2.api.ServiceLocator;

/** What is bound in HK2 for the engine: authenticators by scheme, problem types and mappings, listeners, the renderer of errors. */
record BoundExtensions(ServiceLocator services) {

    void connect(Contract contract, EngineBuilder engine) {
        contract.securitySchemes()
                .keySet()
                .forEach(scheme -> Optional.ofNullable(services.getService(Authenticator.class, scheme))
                        .ifPresent(authenticator -> engine.authenticator(scheme, authenticator)));
        services.getAllServices(ProblemType.class).forEach(engine::problemType);
        services.getAllServices(ProblemMapping.class).forEach(engine::problemMapping);
        services.getAllServices(OperationListener.class).forEach(engine::listener);
        Optional.ofNullable(services.getService(ErrorRenderer.class)).ifPresent(engine::errorRenderer);
    }
}
