package dev.writ.engine.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.RequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has Jersey call the resources, and what has not. */
class JerseyUseTest {
    static final class Plain {}

    record Asking(Plain plain) {
        @Inject
        Asking {}
    }

    record Knowing(RequestContext context) {
        @Inject
        Knowing {}
    }

    record AskingForSecurity(Provider<SecurityContext> security) {
        @Inject
        AskingForSecurity {}
    }

    record AskingForEverything(ServiceLocator services) {
        @Inject
        AskingForEverything {}
    }

    static final class WithField {
        @Context
        @Nullable
        UriInfo uri;
    }

    record Made(String by) {}

    record Making(Provider<HttpHeaders> headers) implements Factory<Made> {
        @Inject
        Making {}

        @Override
        public Made provide() {
            return new Made(headers.toString());
        }

        @Override
        public void dispose(Made instance) {
            // Nothing is held.
        }
    }

    static final class Filter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {
            // Being there is enough.
        }
    }

    static final class Mapper implements ExceptionMapper<IllegalStateException> {
        @Override
        public Response toResponse(IllegalStateException exception) {
            return Response.status(409).build();
        }
    }

    static Stream<Arguments> bindings() {
        return Stream.of(
                binding("nothing", "", binder -> {}),
                binding("services", "", binder -> {
                    binder.bindAsContract(Plain.class).in(Singleton.class);
                    binder.bindAsContract(Asking.class);
                    binder.bind("text").to(CharSequence.class);
                }),
                binding("a service that knows the request", "", binder -> binder.bindAsContract(Knowing.class)),
                binding(
                        "a filter",
                        "Filter is a jakarta.ws.rs.container.ContainerRequestFilter",
                        binder -> binder.bind(Filter.class)
                                .to(ContainerRequestFilter.class)
                                .in(Singleton.class)),
                binding(
                        "a filter, made before",
                        "ContainerRequestFilter",
                        binder -> binder.bind(new Filter()).to(ContainerRequestFilter.class)),
                binding(
                        "a mapper",
                        "Mapper is a jakarta.ws.rs.ext.ExceptionMapper",
                        binder -> binder.bind(Mapper.class).to(ExceptionMapper.class)),
                binding(
                        "a service of the request",
                        "Plain is made for each request",
                        binder -> binder.bindAsContract(Plain.class).in(RequestScoped.class)),
                binding(
                        "who asks who sends",
                        "AskingForSecurity asks for",
                        binder -> binder.bindAsContract(AskingForSecurity.class).in(Singleton.class)),
                binding(
                        "a field of JAX-RS",
                        "WithField asks for jakarta.ws.rs.core.UriInfo",
                        binder -> binder.bindAsContract(WithField.class)),
                binding(
                        "who may ask for anything",
                        "AskingForEverything asks for",
                        binder -> binder.bindAsContract(AskingForEverything.class)),
                binding(
                        "a factory",
                        "Making asks for",
                        binder -> binder.bindFactory(Making.class).to(Made.class)));
    }

    private static Arguments binding(String name, String reason, Consumer<AbstractBinder> binding) {
        return Arguments.of(name, reason, binding);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bindings")
    void what_only_jersey_can_do_is_found(String name, String reason, Consumer<AbstractBinder> binding) {
        ApplicationHandler application = new ApplicationHandler(new ResourceConfig().register(new AbstractBinder() {
            @Override
            protected void configure() {
                binding.accept(this);
                bind(CurrentRequest.class).to(RequestContext.class).in(Singleton.class);
            }
        }));
        JerseyUse use = new JerseyUse(application.getInjectionManager().getInstance(ServiceLocator.class), List.of());
        if (reason.isEmpty()) {
            assertThat(use.reason()).isEmpty();
        } else {
            assertThat(use.reason())
                    .hasValueSatisfying(found -> assertThat(found).contains(reason));
        }
    }
}
