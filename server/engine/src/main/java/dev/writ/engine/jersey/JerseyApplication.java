package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.json.Json;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SourceLocation;
import dev.writ.engine.spi.Authenticator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.glassfish.hk2.api.MultiException;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.Binder;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Resources and services in one Jersey application, tied to a contract. Resources are singletons, made at start. */
public final class JerseyApplication implements AutoCloseable {
    private final ObjectMapper mapper = Json.mapper();
    private final List<Class<?>> resources;
    private final ApplicationHandler application;
    private final ServiceLocator services;

    public JerseyApplication(List<Class<?>> resources, List<Binder> binders) {
        this.resources = List.copyOf(resources);
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .register(WrittenContent.class)
                .register(BoundBody.class)
                .register(UnmappedException.class);
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new BoundValueProvider()).to(ValueParamProvider.class);
                bind(new TypedResponses(mapper)).to(ResourceMethodInvocationHandlerProvider.class);
            }
        });
        resources.forEach(config::register);
        binders.forEach(config::register);
        this.application = new ApplicationHandler(config);
        this.services = application.getInjectionManager().getInstance(ServiceLocator.class);
    }

    /**
     * Hands the engine a handler for every operation that a resource implements, and every authenticator that is bound.
     *
     * @throws ContractException listing everything between resources and contract that does not fit
     */
    public void connect(Contract contract, EngineBuilder engine) {
        List<Fault> faults = new ArrayList<>();
        Map<String, ImplementedOperation> taken = new HashMap<>();
        for (Class<?> resource : resources) {
            List<ImplementedOperation> implemented = ImplementedOperation.of(resource);
            if (implemented.isEmpty()) {
                faults.add(new Fault(contract.location(), name(resource) + " implements no generated interface"));
            }
            for (ImplementedOperation operation : implemented) {
                Optional.ofNullable(taken.putIfAbsent(operation.operationId(), operation))
                        .ifPresent(other -> faults.add(new Fault(
                                contract.location(),
                                "the operation '" + operation.operationId() + "' is implemented by "
                                        + name(other.resource()) + " and by " + name(resource))));
                connect(contract, operation, engine, faults);
            }
            create(resource, contract.location(), faults);
        }
        contract.securitySchemes()
                .keySet()
                .forEach(scheme -> Optional.ofNullable(services.getService(Authenticator.class, scheme))
                        .ifPresent(authenticator -> engine.authenticator(scheme, authenticator)));
        if (!faults.isEmpty()) {
            throw new ContractException(faults);
        }
    }

    private void connect(
            Contract contract, ImplementedOperation implemented, EngineBuilder engine, List<Fault> faults) {
        Optional<Operation> operation = contract.operation(implemented.operationId());
        if (operation.isEmpty()) {
            faults.add(new Fault(
                    contract.location(),
                    name(implemented.resource()) + " implements '" + implemented.operationId()
                            + "', which is not in the contract"));
            return;
        }
        ArgumentBinder binder = new ArgumentBinder(operation.get(), implemented.method(), mapper);
        binder.unknown()
                .forEach(argument -> faults.add(new Fault(
                        operation.get().location(),
                        "the argument '" + argument + "' of " + name(implemented.resource())
                                + " is no parameter of this operation")));
        engine.on(implemented.operationId(), new JerseyHandler(application, binder));
    }

    /** Now rather than at the first request, so that what is not bound stops the start. */
    private void create(Class<?> resource, SourceLocation location, List<Fault> faults) {
        try {
            application.getInjectionManager().getInstance(resource);
        } catch (MultiException | IllegalStateException e) {
            faults.add(new Fault(location, name(resource) + " cannot be made: " + e.getMessage()));
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }

    /**
     * What the binders gave for a type.
     *
     * @throws NoSuchElementException if nothing is bound to it
     */
    public <T> T service(Class<T> type) {
        return Optional.ofNullable(services.getService(type))
                .orElseThrow(() -> new NoSuchElementException("nothing is bound to " + type.getName()));
    }

    /** Disposes of what the binders made. */
    @Override
    public void close() {
        services.shutdown();
    }
}
