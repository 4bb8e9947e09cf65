package dev.writ.engine.jersey;

import dev.writ.api.RequestContext;
import dev.writ.engine.core.Call;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/** Tells of the request that the asking thread is about, in Jersey or not. One for all, so that singletons can have it. */
final class CurrentRequest implements RequestContext {
    private static final String PROPERTY = CurrentRequest.class.getName();

    private static final ThreadLocal<@Nullable Call> DIRECT = new ThreadLocal<>();

    private final Provider<ContainerRequest> container;

    @Inject
    CurrentRequest(Provider<ContainerRequest> container) {
        this.container = container;
    }

    static void attach(Call call, ContainerRequest container) {
        container.setProperty(PROPERTY, call);
    }

    /** What is called without Jersey, in this thread. */
    static <T> T during(Call call, Callable<T> work) throws Exception {
        DIRECT.set(call);
        try {
            return work.call();
        } finally {
            DIRECT.remove();
        }
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
        Call direct = DIRECT.get();
        if (direct != null) {
            return direct;
        }
        if (container.get().getProperty(PROPERTY) instanceof Call call) {
            return call;
        }
        throw new IllegalStateException("this request is none of the contract");
    }
}
