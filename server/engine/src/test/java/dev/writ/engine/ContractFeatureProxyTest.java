package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In an application that dispatches by itself, proxies are the container's business unless somebody is trusted. */
class ContractFeatureProxyTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: A, version: '1'}
            paths:
              /pets:
                get:
                  operationId: pets
                  responses: {'200': {description: p, content: {text/plain: {schema: {type: string}}}}}
            """;

    @Path("/")
    public static final class Resources {
        @GET
        @Path("pets")
        public Response pets(@Context UriInfo uri) {
            return Response.ok(uri.getBaseUri() + " " + uri.getRequestUri())
                    .type("text/plain")
                    .build();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 'https://api.example.com/app/ https://api.example.com/app/pets?a=%20'",
        "192.0.2.1, 'http://inner:8080/app/ http://inner:8080/app/pets?a=%20'",
        "unknown, 'http://inner:8080/app/ http://inner:8080/app/pets?a=%20'",
    })
    void uri_info_is_what_a_trusted_proxy_says(String peer, String expected) throws Exception {
        ApplicationHandler application = new ApplicationHandler(new ResourceConfig(Resources.class)
                .register(ContractFeature.of(ContractReader.parse("a.yaml", CONTRACT))
                        .clientAddress(context -> peer)
                        .trustedProxies(TrustedProxies.of("10.0.0.0/8").withPrefix())));
        ContainerRequest request = new ContainerRequest(
                URI.create("http://inner:8080/app/"),
                URI.create("http://inner:8080/app/pets?a=%20"),
                "GET",
                null,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        request.header("X-Forwarded-Proto", "https");
        request.header("X-Forwarded-Host", "api.example.com");
        request.header("X-Forwarded-Prefix", "/shop");
        ByteArrayOutputStream client = new ByteArrayOutputStream();

        ContainerResponse response = application.apply(request, client).get(20, TimeUnit.SECONDS);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
