package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Settings;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.jersey.OtherPaths;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract before resources that know nothing of it, in applications that somebody else starts. */
class ContractFeatureTest {
    /** In bytes; a container reads as much of what is refused, so that its client sees the answer. */
    private static final int LIMIT = 32 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build(); // Grizzly waits long for content after an upgrade
    private static final Contract CONTRACT = ContractReader.read("pets.yaml");

    private static org.glassfish.grizzly.http.server.HttpServer grizzly;
    private static HttpServer jdk;

    /** The application has more than the contract. */
    @Path("/about")
    public static final class About {
        @GET
        public String about() {
            return "us";
        }

        @GET
        @Path("failing")
        public String failing() {
            throw new jakarta.ws.rs.ClientErrorException(
                    Response.status(418).entity("teapot").build());
        }
    }

    static final class OwnMapper implements ExceptionMapper<IllegalArgumentException> {
        @Override
        public Response toResponse(IllegalArgumentException thrown) {
            return Response.status(404)
                    .type("application/problem+json")
                    .entity("{\"mapped\":true}")
                    .build();
        }
    }

    private static ResourceConfig application() {
        return new ResourceConfig(PlainPets.class, About.class)
                .register(new OwnMapper())
                .register(EncodingFilter.class)
                .register(GZipEncoder.class)
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        Authenticator authenticator = (credentials, client) -> credentials.fold(
                                basic -> new Authentication.Accepted(new Principal(basic.username())),
                                token -> new Authentication.Refused());
                        bind(authenticator).to(Authenticator.class).named("Basic");
                    }
                })
                .register(ContractFeature.of(CONTRACT)
                        .settings(Settings.DEFAULT.withMaxBodySize(LIMIT))
                        .responseChecks(ResponseChecks.ENFORCE));
    }

    @BeforeAll
    static void start() throws IOException {
        grizzly = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application(), false);
        grizzly.start();
        jdk = JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/base/"), application(), true);
    }

    @AfterAll
    static void stop() {
        grizzly.shutdownNow();
        jdk.stop(0);
    }

    private static URI uri(String server) {
        NetworkListener listener = grizzly.getListeners().iterator().next();
        return server.equals("grizzly")
                ? URI.create("http://127.0.0.1:" + listener.getPort() + "/")
                : URI.create("http://127.0.0.1:" + jdk.getAddress().getPort() + "/base/");
    }

    private static HttpResponse<String> send(String server, String method, String target, String body, String... fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri(server) + target.substring(1)))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Method, target, body, Content-Type, credentials, Accept; status, and a part of the content. */
    @ParameterizedTest
    @CsvSource({
        "GET, /pets, '', '', '', '', 200, '\"limit\":5'",
        "GET, /pets?limit=7, '', '', '', '', 200, '\"limit\":7'",
        "GET, /pets?x=%20, '', '', '', '', 200, '\"limit\":5'",
        "GET, /pets/1, '', '', '', '', 200, Rex",
        "GET, /pets/newest, '', '', '', '', 204, ''",
        "POST, /pets, '{\"name\":\"Rex\"}', application/json, Basic YTpi, '', 201, Rex",
        "GET, /about, '', '', '', '', 200, us",
        "GET, /about/failing, '', '', '', '', 418, teapot",
        "HEAD, /pets/1, '', '', '', '', 200, ''",
        "OPTIONS, /pets, '', '', '', '', 204, ''",
        // What the contract refuses.
        "GET, /pets?limit=11, '', '', '', '', 400, maximum",
        "GET, /pets?limit=1&limit=2, '', '', '', '', 400, violations",
        "GET, /pets/abc, '', '', '', '', 400, petId",
        "GET, /pets/0, '', '', '', '', 400, petId",
        "PUT, /pets, '', '', '', '', 405, Method Not Allowed",
        "DELETE, /pets/1, '', '', '', '', 405, Method Not Allowed",
        "POST, /pets, '{\"name\":\"Rex\"}', application/json, '', '', 401, Unauthorized",
        "POST, /pets, '{\"name\":\"Rex\"}', text/plain, Basic YTpi, '', 415, Unsupported",
        "POST, /pets, '{\"name\":\"Rex\"}', application/json, Basic YTpi, text/html, 406, Not Acceptable",
        "POST, /pets, '{\"name\":\"\"}', application/json, Basic YTpi, '', 400, minLength",
        "POST, /pets, '{\"name\":', application/json, Basic YTpi, '', 400, json",
        "POST, /pets, '', application/json, Basic YTpi, '', 400, required",
        // What the application does wrong, or says in its own way.
        "GET, /pets/2, '', '', '', '', 500, urn:uuid",
        "GET, /pets/3, '', '', '', '', 500, urn:uuid",
        "GET, /pets/4, '', '', '', '', 404, own",
        "GET, /pets/5, '', '', '', '', 404, mapped",
        "GET, /pets/9, '', '', '', '', 404, Not Found",
        "GET, /pets/3000000000, '', '', '', '', 400, beyond what the service can hold",
    })
    void requests_are_judged_and_answers_checked(
            String method,
            String target,
            String body,
            String type,
            String credentials,
            String accept,
            int status,
            String content)
            throws Exception {
        for (String server : new String[] {"grizzly", "jdk"}) {
            String[] fields = {
                "Accept", accept.isEmpty() ? "*/*" : accept,
                "Content-Type", type.isEmpty() ? "x/y" : type,
                "Authorization", credentials.isEmpty() ? "none" : credentials
            };
            HttpResponse<String> response = send(server, method, target, body, fields);
            assertThat(response.statusCode()).as(server + " " + response.body()).isEqualTo(status);
            assertThat(response.body()).contains(content).doesNotContain("secret");
            if (status >= 400 && status != 418) {
                assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                JSON.readTree(response.body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grizzly", "jdk"})
    void what_the_engine_knows_is_there_for_the_resource(String server) throws Exception {
        HttpResponse<String> created = send(
                server,
                "POST",
                "/pets",
                "{\"name\":\"Rex\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic cm9zZTpi");
        assertThat(created.headers().firstValue("X-By")).contains("rose");
        assertThat(created.headers().firstValue("X-Operation")).contains("createPet /pets");
        assertThat(send(server, "DELETE", "/pets", "").headers().firstValue("Allow"))
                .contains("GET, HEAD, OPTIONS, POST");
        assertThat(send(server, "POST", "/pets", "{}", "Content-Type", "application/json")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void content_is_checked_before_it_is_compressed() throws Exception {
        assertThat(send("grizzly", "GET", "/pets/1", "", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(send("grizzly", "GET", "/pets/3", "", "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_a_length() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(LIMIT) + "\"}";
        assertThat(send(
                                "jdk",
                                "POST",
                                "/pets",
                                large,
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Basic YTpi")
                        .statusCode())
                .isEqualTo(413);
        HttpRequest chunked = HttpRequest.newBuilder(uri("grizzly").resolve("/pets"))
                .headers("Content-Type", "application/json", "Authorization", "Basic YTpi")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        assertThat(CLIENT.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_does_not_fit_keeps_the_application_from_starting() {
        assertThatThrownBy(() ->
                        new ApplicationHandler(new ResourceConfig(About.class).register(ContractFeature.of(CONTRACT))))
                .hasStackTraceContaining("no resource method has GET /pets (listPets)")
                .hasStackTraceContaining("pets.yaml:7:5")
                .hasStackTraceContaining("bind an Authenticator named \"Basic\"");
    }

    @Test
    void paths_that_the_contract_lacks_are_refused_where_that_is_chosen() throws Exception {
        HttpServer strict = JdkHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:0/"),
                new ResourceConfig(PlainPets.class, About.class)
                        .register(ContractFeature.of(CONTRACT)
                                .authenticator("Basic", (shown, client) -> new Authentication.Refused())
                                .otherPaths(OtherPaths.REFUSE)),
                true);
        try {
            URI root = URI.create("http://127.0.0.1:" + strict.getAddress().getPort() + "/");
            HttpResponse<String> about = CLIENT.send(
                    HttpRequest.newBuilder(root.resolve("/about")).build(), HttpResponse.BodyHandlers.ofString());
            JsonNode problem = JSON.readTree(about.body());
            assertThat(problem.get("status").asInt()).isEqualTo(404);
            assertThat(CLIENT.send(
                                    HttpRequest.newBuilder(root.resolve("/openapi.json"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            strict.stop(0);
        }
    }
}
