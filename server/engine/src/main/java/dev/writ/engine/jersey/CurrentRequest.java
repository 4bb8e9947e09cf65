package dev.writ.engine.jersey;

import dev.writ.api.RequestContext;
import dev.writ.engine.core.Call;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.security.Principal;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;

/** Tells of the request that the asking thread is about. One for all, so that singletons can have it. */
final class CurrentRequest implements RequestContext {
    private static final String PROPERTY = CurrentRequest.class.getName();

    private final Provider<ContainerRequest> container;

    @Inject
    CurrentRequest(Provider<ContainerRequest> container) {
        this.container = container;
    }

    static void attach(Call call, ContainerRequest container) {
        container.setProperty(PROPERTY, call);
    }

    @Override
    public String operationId() {
        return call().operation().operationId();
    }

    @Override
    public String pathTemplate() {
        return call().operation().path().text();
    }

    @Override
    public String requestId() {
        return call().request().id();
    }

    @Override
    public Optional<Principal> principal() {
        return call().principal().map(Principal.class::cast);
    }

    private Call call() {
        if (container.get().getProperty(PROPERTY) instanceof Call call) {
            return call;
        }
        throw new IllegalStateException("this request is none of the contract");
    }
}
