package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.Bound;
import dev.writ.api.OperationId;
import dev.writ.api.TypedResponse.Payload;
import dev.writ.engine.PetsApi.Answer;
import dev.writ.engine.http.TrustedProxies;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.CapturedLog;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service behind a proxy that ends TLS and cuts a prefix off the path, over a real port. */
class BehindProxyTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: /v1}, {url: 'https://elsewhere.example.com/v1'}, {url: //other/v1}]
            paths:
              /pets:
                servers: [{url: /v1}]
                post:
                  operationId: addPet
                  servers: [{url: /v1}]
                  parameters: [{name: form, in: query, schema: {type: string}}]
                  responses: {'201': {description: made}}
                get:
                  operationId: where
                  parameters: [{name: a, in: query, schema: {type: string}}]
                  responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}
            """;
    private static final String[] PROXY = {
        "Host: inner:8080",
        "X-Forwarded-For: 192.0.2.7",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: api.example.com",
        "X-Forwarded-Prefix: /shop"
    };
    private static final ObjectMapper JSON = new ObjectMapper();

    @Path("/")
    interface Api {
        @POST
        @Path("/v1/pets")
        @OperationId("addPet")
        Answer addPet(@Bound("form") String form);

        @GET
        @Path("/v1/pets")
        @OperationId("where")
        Answer where(@Bound("a") String a);
    }

    public static final class Resource implements Api {
        private final UriInfo uri;
        private final SecurityContext security;

        @Inject
        Resource(@Context UriInfo uri, @Context SecurityContext security) {
            this.uri = uri;
            this.security = security;
        }

        @Override
        public Answer addPet(String form) {
            Answer answer = new Answer(201, Payload.none())
                    .with("Link", "</v1/pets?after=\"2>; rel=\"next\"; title=\"</v1/a>\", <2>; rel=x, <//cdn/a>; rel=y")
                    .with("Content-Location", "/v1/pets/1");
            return switch (form) {
                case "path" -> answer.with("Location", "/v1/pets/1");
                case "relative" -> answer.with("Location", "pets/1");
                case "host" -> answer.with("Location", "//cdn.example.com/1");
                case "absolute" -> answer.with("Location", "https://cdn.example.com/1");
                default ->
                    answer.with(
                            "Location",
                            uri.getAbsolutePathBuilder().path("1").build().toString());
            };
        }

        @Override
        public Answer where(String a) {
            return new Answer(
                    200,
                    Payload.of(
                            uri.getBaseUri() + " " + uri.getRequestUri() + " " + security.isSecure(),
                            "text/plain; charset=utf-8"));
        }
    }

    private static WritServer server;

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    @BeforeAll
    static void start() throws IOException {
        server = Writ.contract(ContractReader.parse("t.yaml", CONTRACT))
                .resources(Resource.class)
                .trustedProxies(TrustedProxies.of("127.0.0.0/8", "::1").withPrefix())
                .listen("127.0.0.1", 0)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String send(String methodAndTarget, String... fields) throws IOException {
        return new RawClient(server.uri().getPort()).send(methodAndTarget, fields);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String field(String answer, String name) {
        Matcher field = Pattern.compile("(?i)\r\n" + name + ": ([^\r]*)").matcher(answer);
        return field.find() ? field.group(1) : "";
    }

    @ParameterizedTest
    @CsvSource({
        "path, /shop/v1/pets/1",
        "relative, pets/1",
        "host, //cdn.example.com/1",
        "absolute, https://cdn.example.com/1",
        "uri, https://api.example.com/shop/v1/pets/1",
    })
    void references_are_those_that_the_client_can_follow(String form, String location) throws Exception {
        String answer = send("POST /v1/pets?form=" + form, PROXY);
        assertThat(field(answer, "Location")).isEqualTo(location);
        assertThat(field(answer, "Content-Location")).isEqualTo("/shop/v1/pets/1");
        assertThat(field(answer, "Link"))
                .isEqualTo("</shop/v1/pets?after=\"2>; rel=\"next\"; title=\"</v1/a>\", <2>; rel=x, <//cdn/a>; rel=y");
    }

    @Test
    void uri_info_tells_what_the_client_has_sent() throws Exception {
        assertThat(body(send("GET /v1/pets?a=b%20c", PROXY)))
                .isEqualTo("https://api.example.com/shop/ https://api.example.com/shop/v1/pets?a=b%20c true");
        assertThat(body(send("GET /v1/pets?a=b", "Host: inner:8080")))
                .isEqualTo("http://inner:8080/ http://inner:8080/v1/pets?a=b false");
    }

    @Test
    void the_document_names_servers_behind_the_prefix() throws Exception {
        for (String name : new String[] {"openapi.json", "openapi.yaml"}) {
            String text = body(send("GET /v1/" + name, PROXY));
            JsonNode document = name.endsWith("json")
                    ? JSON.readTree(text)
                    : ContractReader.parse("again.yaml", text).document().root();
            assertThat(document.at("/servers/0/url").asText()).isEqualTo("/shop/v1");
            assertThat(document.at("/servers/1/url").asText()).isEqualTo("https://elsewhere.example.com/v1");
            assertThat(document.at("/servers/2/url").asText()).isEqualTo("//other/v1");
            assertThat(document.at("/paths/~1pets/servers/0/url").asText()).isEqualTo("/shop/v1");
            assertThat(document.at("/paths/~1pets/post/servers/0/url").asText()).isEqualTo("/shop/v1");
        }
        assertThat(body(send("GET /v1/openapi.yaml", "Host: a"))).isEqualTo(CONTRACT);
        assertThat(field(send("GET /v1/openapi.yaml", PROXY), "ETag"))
                .isNotEqualTo(field(send("GET /v1/openapi.yaml", "Host: a"), "ETag"));
    }

    /** Whatever a page refers to is there for a browser that knows the prefix. */
    @ParameterizedTest
    @CsvSource({"/v1/", "/v1/ui/", "/", "/ui/", "/problems/not-found"})
    void pages_refer_to_what_is_there(String page) throws Exception {
        String answer = send("GET " + page, PROXY);
        assertThat(answer).startsWith("HTTP/1.1 200");
        Matcher reference = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(answer);
        int count = 0;
        while (reference.find()) {
            String target = java.net
                    .URI
                    .create("https://api.example.com/shop" + page)
                    .resolve(reference.group(1))
                    .getPath();
            assertThat(target).startsWith("/shop/");
            assertThat(send("GET " + target.substring("/shop".length()), PROXY)).startsWith("HTTP/1.1 200");
            count++;
        }
        assertThat(count).isPositive();
        assertThat(field(send("GET /v1/ui", PROXY), "Location")).isEqualTo("/shop/v1/ui/");
    }

    @Test
    void the_log_has_the_client() throws Exception {
        send("GET /v1/pets", PROXY);
        await().until(() -> log.lines().stream()
                .anyMatch(line -> line.getFormattedMessage().contains("GET /v1/pets 200 where - 192.0.2.7 ")));
    }

    @Test
    void a_host_that_is_none_is_refused_as_ever() throws Exception {
        assertThat(send("GET /v1/pets", "Host: a b", "X-Forwarded-Host: api.example.com"))
                .startsWith("HTTP/1.1 400");
    }
}
