package dev.writ.engine.jersey;

import jakarta.ws.rs.core.Context;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.Descriptor;
import org.glassfish.hk2.api.Injectee;
import org.glassfish.hk2.api.MultiException;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.jersey.process.internal.RequestScoped;

/**
 * What an application has that only Jersey can give it: a provider of JAX-RS (a filter, an interceptor, a mapper of
 * exceptions), a service of a request's scope, or one that asks for what JAX-RS knows of a request. Where there is none, methods of
 * resources are called without Jersey, and nothing is different but the time.
 */
final class JerseyUse {
    private static final List<String> LIBRARIES =
            List.of("org.glassfish.jersey.", "org.glassfish.hk2.", "org.jvnet.hk2.");
    private static final List<String> OF_JERSEY =
            List.of("jakarta.ws.rs.", "org.glassfish.jersey.", "org.glassfish.hk2.api.ServiceLocator");
    private static final Set<String> OURS = Stream.of(
                    BoundBody.class,
                    BoundValueProvider.class,
                    CurrentRequest.class,
                    TypedResponses.class,
                    UnmappedException.class,
                    WrittenContent.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final ServiceLocator services;
    private final Set<String> resources;

    /** {@code resources} are singletons, whatever Jersey would make of them. */
    JerseyUse(ServiceLocator services, List<Class<?>> resources) {
        this.services = services;
        this.resources = resources.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** A reason why the resources have to be called by Jersey; empty if there is none. */
    Optional<String> reason() {
        return services.getDescriptors(JerseyUse::isOfApplication).stream()
                .flatMap(descriptor -> reason(descriptor).stream())
                .sorted()
                .findFirst();
    }

    private static boolean isOfApplication(Descriptor descriptor) {
        String name = Optional.ofNullable(descriptor.getImplementation()).orElse("");
        return LIBRARIES.stream().noneMatch(name::startsWith) && !OURS.contains(name);
    }

    private Optional<String> reason(Descriptor descriptor) {
        String name = descriptor.getImplementation();
        Optional<String> contract = descriptor.getAdvertisedContracts().stream()
                .filter(JerseyUse::isOfJersey)
                .findFirst();
        if (contract.isPresent()) {
            return contract.map(provided -> name + " is a " + provided);
        }
        if (RequestScoped.class.getName().equals(descriptor.getScope()) && !resources.contains(name)) {
            return Optional.of(name + " is made for each request");
        }
        return injected((ActiveDescriptor<?>) descriptor).map(type -> name + " asks for " + type.getTypeName());
    }

    private Optional<Type> injected(ActiveDescriptor<?> descriptor) {
        try {
            return services.reifyDescriptor(descriptor).getInjectees().stream()
                    .filter(JerseyUse::isOfJersey)
                    .map(Injectee::getRequiredType)
                    .findFirst();
        } catch (MultiException e) {
            // It is told where it cannot be made.
            return Optional.empty();
        }
    }

    private static boolean isOfJersey(Injectee injectee) {
        return injectee.getParent().isAnnotationPresent(Context.class)
                || types(injectee.getRequiredType()).anyMatch(JerseyUse::isOfJersey);
    }

    private static Stream<String> types(Type type) {
        return type instanceof ParameterizedType generic
                ? Stream.concat(
                        Stream.of(generic.getRawType().getTypeName()),
                        Stream.of(generic.getActualTypeArguments()).flatMap(JerseyUse::types))
                : Stream.of(type.getTypeName());
    }

    private static boolean isOfJersey(String type) {
        return OF_JERSEY.stream().anyMatch(type::startsWith);
    }
}
