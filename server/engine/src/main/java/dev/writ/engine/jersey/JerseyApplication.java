package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.RequestContext;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Handler;
import dev.writ.engine.handler.ResponseWriter;
import dev.writ.engine.json.Json;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Operation;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.Binder;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resources and services in one Jersey application, tied to a contract. Resources are singletons, made at start. */
public final class JerseyApplication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JerseyApplication.class);

    private final ObjectMapper mapper = Json.mapper();
    private final ResponseWriter writer = new ResponseWriter(mapper);
    private final Contract contract;
    private final List<Class<?>> resources;
    private final List<Mount> mounts;
    private final ApplicationHandler application;
    private final ServiceLocator services;

    public JerseyApplication(Contract contract, List<Class<?>> resources, List<Binder> binders) {
        this.contract = contract;
        this.resources = List.copyOf(resources);
        this.mounts = Mount.all(resources);
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .register(WrittenContent.class)
                .register(BoundBody.class)
                .register(UnmappedException.class)
                .register(engineBinder());
        mounts.forEach(mount -> contract.operation(mount.implemented().operationId())
                .map(Operation::method)
                .ifPresent(method -> config.registerResources(mount.resource(method))));
        binders.forEach(config::register);
        this.application = new ApplicationHandler(config);
        this.services = application.getInjectionManager().getInstance(ServiceLocator.class);
    }

    private AbstractBinder engineBinder() {
        return new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new BoundValueProvider()).to(ValueParamProvider.class);
                bind(CurrentRequest.class).to(RequestContext.class).in(Singleton.class);
                bind(new TypedResponses(writer)).to(ResourceMethodInvocationHandlerProvider.class);
                resources.forEach(resource -> bindAsContract(resource).in(Singleton.class));
            }
        };
    }

    /**
     * Hands the engine a handler for every operation that a resource implements, and everything else that is bound for it:
     * authenticators, problem types and mappings, listeners, the renderer of errors.
     *
     * @throws ContractException listing everything between resources and contract that does not fit
     */
    public void connect(EngineBuilder engine) {
        ResourceWiring wiring = new ResourceWiring(contract, resources, mounts);
        Map<Class<?>, Object> made = new HashMap<>();
        resources.forEach(
                resource -> wiring.create(resource, services).ifPresent(instance -> made.put(resource, instance)));
        Optional<String> use = new JerseyUse(services, resources).reason();
        use.ifPresent(reason -> LOG.info("Resources are called by Jersey: {}", reason));
        for (Mount mount : mounts) {
            contract.operation(mount.implemented().operationId()).ifPresent(operation -> {
                ArgumentBinder binder =
                        new ArgumentBinder(operation, mount.implemented().method(), mapper);
                wiring.unknownArguments(mount, binder.unknown());
                wiring.unbindableBodies(mount, binder.unbindable(), binder.takesNothing());
                engine.on(operation.operationId(), handler(mount, binder, use.isEmpty(), made));
            });
        }
        new BoundExtensions(services).connect(contract, engine);
        if (!wiring.faults().isEmpty()) {
            throw new ContractException(wiring.faults());
        }
    }

    private Handler handler(Mount mount, ArgumentBinder binder, boolean direct, Map<Class<?>, Object> made) {
        ImplementedOperation implemented = mount.implemented();
        return Optional.ofNullable(made.get(implemented.resource()))
                .filter(resource -> direct && DirectHandler.takes(implemented.method()))
                .<Handler>map(resource -> new DirectHandler(implemented, resource, binder, writer))
                .orElseGet(() -> new JerseyHandler(application, mount, binder));
    }

    /** What the binders gave for a type, if anything. */
    public <T> Optional<T> service(Class<T> type) {
        return Optional.ofNullable(services.getService(type));
    }

    /** Disposes of what the binders made. */
    @Override
    public void close() {
        services.shutdown();
    }
}
