package dev.writ.engine.jersey;

import dev.writ.api.RequestContext;
import dev.writ.engine.core.Call;
import dev.writ.engine.http.MediaType;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.security.Principal;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;

/** One for all requests: Jersey tells which of them the current thread is about. */
final class CallContext implements RequestContext {
    private final Provider<ContainerRequest> request;

    @Inject
    CallContext(Provider<ContainerRequest> request) {
        this.request = request;
    }

    private Call call() {
        if (request.get().getSecurityContext() instanceof CallSecurityContext context) {
            return context.call();
        }
        throw new IllegalStateException("the request did not pass the contract");
    }

    @Override
    public String requestId() {
        return call().request().id();
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
    public Optional<Principal> principal() {
        return call().principal().map(principal -> principal);
    }

    @Override
    public Optional<String> responseType() {
        return call().responseType().map(MediaType::toString);
    }
}
