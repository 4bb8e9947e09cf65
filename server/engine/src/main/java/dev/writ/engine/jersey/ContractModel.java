package dev.writ.engine.jersey;

import dev.writ.engine.core.Compression;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.core.Settings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import dev.writ.engine.model.Operation;
import dev.writ.engine.spi.Authenticator;
import jakarta.ws.rs.core.Configuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;

/** Once, when Jersey knows all resources: makes the engine, and compares the resources with the contract. */
final class ContractModel implements ModelProcessor, FailedRequest.EngineSupplier {
    private final Contract contract;
    private final Settings settings;
    private final Map<String, Authenticator> authenticators;
    private final InjectionManager services;
    private volatile Optional<ContractEngine> engine = Optional.empty();

    ContractModel(
            Contract contract,
            Settings settings,
            Map<String, Authenticator> authenticators,
            InjectionManager services) {
        this.contract = contract;
        this.settings = settings;
        this.authenticators = Map.copyOf(authenticators);
        this.services = services;
    }

    @Override
    public ContractEngine get() {
        return engine.orElseThrow(() -> new IllegalStateException("the application has not started"));
    }

    @Override
    public ResourceModel processResourceModel(ResourceModel resources, Configuration configuration) {
        List<Fault> faults = new ArrayList<>();
        if (settings.unimplemented() == Unimplemented.REFUSE_TO_START) {
            faults.addAll(missing(resources));
        }
        // What carries out the operations is no business of the engine here, nor how answers are coded.
        Compression compression = settings.compression().withAnswers(Compression.Answers.NONE);
        EngineBuilder builder = new EngineBuilder(contract)
                .settings(settings.withUnimplemented(Unimplemented.NOT_IMPLEMENTED)
                        .withCompression(compression));
        Optional.ofNullable(services.getInstance(ServiceLocator.class))
                .ifPresent(locator -> new BoundExtensions(locator).connect(contract, builder));
        authenticators.forEach(builder::authenticator);
        try {
            Engine built = builder.build();
            engine = Optional.of(new ContractEngine(built, contract));
        } catch (ContractException e) {
            faults.addAll(e.faults());
        }
        if (!faults.isEmpty()) {
            throw new ContractException(faults);
        }
        return resources;
    }

    @Override
    public ResourceModel processSubResource(ResourceModel resources, Configuration configuration) {
        return resources;
    }

    /** Operations that no method has, as far as that can be told: what a locator returns is not known before it is asked. */
    private List<Fault> missing(ResourceModel resources) {
        Set<String> methods = new HashSet<>();
        Set<String> locators = new HashSet<>();
        resources.getRootResources().forEach(resource -> collect("", resource, methods, locators));
        // Where the application is mounted is not known yet: a template may be the end of a whole path.
        return contract.operations().stream()
                .filter(operation -> TemplateShape.of(operation).stream()
                        .noneMatch(shape -> methods.stream().anyMatch(method -> isEnd(operation, shape, method))
                                || locators.stream().anyMatch(shape::contains)))
                .map(operation -> new Fault(operation.place().location(), "no resource method has " + operation))
                .toList();
    }

    private boolean isEnd(Operation operation, String shape, String method) {
        String prefix = operation.method() + " ";
        return method.startsWith(prefix)
                && (ContractEngine.wholePaths(contract)
                        ? shape.endsWith(method.substring(prefix.length()))
                        : shape.equals(method.substring(prefix.length())));
    }

    private static void collect(String before, Resource resource, Set<String> methods, Set<String> locators) {
        String path = before + "/" + Optional.ofNullable(resource.getPath()).orElse("");
        String shape = TemplateShape.of(path);
        resource.getResourceMethods().forEach(method -> methods.add(method.getHttpMethod() + " " + shape));
        if (resource.getResourceLocator() != null) {
            locators.add(shape);
        }
        resource.getChildResources().forEach(child -> collect(path, child, methods, locators));
    }
}
