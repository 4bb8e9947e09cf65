package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Authenticator;
import dev.writ.engine.spi.Principal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of it over a real port: contract, Jersey, HK2, Grizzly. */
class WritTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Shelter SHELTER = new Shelter();
    private static final String ROSE =
            "Basic " + Base64.getEncoder().encodeToString("rose:thorn".getBytes(StandardCharsets.UTF_8));

    private static WritServer server;

    @BeforeAll
    static void start() throws IOException {
        server = pets().responseChecks(ResponseChecks.ENFORCE).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Writ pets() {
        return Writ.contract("pets.yaml")
                .resources(PetResource.class)
                .bind(binder(true))
                .listen("127.0.0.1", 0);
    }

    private static AbstractBinder binder(boolean withAuthenticator) {
        return new AbstractBinder() {
            @Override
            protected void configure() {
                bind(SHELTER).to(Shelter.class);
                if (withAuthenticator) {
                    Authenticator authenticator = (credentials, client) -> credentials.fold(
                            basic -> basic.username().equals("rose")
                                            && basic.password().equals("thorn")
                                    ? new Authentication.Accepted(new Principal("rose"))
                                    : new Authentication.Refused(),
                            token -> new Authentication.Refused());
                    bind(authenticator).to(Authenticator.class).named("Basic");
                }
            }
        };
    }

    @Test
    void arguments_come_from_the_contract_with_its_defaults() throws Exception {
        HttpResponse<String> response = send("GET", "/pets", "", "X-Trace", "abc");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).get("limit").asInt()).isEqualTo(5);
        assertThat(response.headers().firstValue("X-Trace")).contains("abc");
    }

    @Test
    void a_literal_segment_wins_over_a_variable() throws Exception {
        assertThat(send("GET", "/pets/newest", "").statusCode()).isEqualTo(204);
    }

    @Test
    void the_body_is_bound_and_the_principal_injected() throws Exception {
        HttpResponse<String> response = send(
                "POST",
                "/pets",
                "{\"name\":\"Rex\",\"born\":\"2020-02-29\"}",
                "Authorization",
                ROSE,
                "Content-Type",
                "application/json");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/pets/1");
        assertThat(JSON.readTree(response.body()).get("born").asText()).isEqualTo("2020-02-29");
        assertThat(SHELTER.arrivals()).contains("rose Rex");
    }

    @Test
    void every_violation_is_told_with_its_place() throws Exception {
        HttpResponse<String> response = send("GET", "/pets?limit=11", "", "X-Trace", "abcdef");
        JsonNode problem = problem(response, 400);
        assertThat(problem.get("violations")).hasSize(2);
        JsonNode first = problem.get("violations").get(0);
        assertThat(first.get("in").asText()).isEqualTo("query");
        assertThat(first.get("name").asText()).isEqualTo("limit");
        assertThat(first.get("keyword").asText()).isEqualTo("maximum");
        assertThat(first.get("message").asText()).isEqualTo("limit: must be at most 10");
        assertThat(first.get("schemaLocation").asText())
                .isEqualTo("pets.yaml#/paths/~1pets/get/parameters/0/schema/maximum");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "GET, /pets/, 404",
        "GET, /pets//, 404",
        "GET, /pets/0, 400",
        "GET, /pets/abc, 400",
        "GET, /pets/99999999999999999999, 400",
        "GET, /pets/1;a=b, 400",
        "GET, /pets/%zz, 400",
        "GET, /pets/%ff, 400",
        "GET, /pets?limit=%zz, 400",
        "GET, /pets?limit=1&limit=2, 400",
        "GET, /pets/9, 404",
        "PUT, /pets, 405",
        "TRACE, /pets, 405",
        "PUT, /, 405",
        "POST, /pets, 401",
    })
    void a_refusal_is_a_problem(String method, String target, int status) throws Exception {
        String answer = new RawClient(server.uri().getPort()).send(method + " " + target, "Host: localhost");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json")
                .contains("Cache-Control: no-store");
        JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).startsWith("/problems/");
    }

    @Test
    void a_method_that_is_not_there_gets_allow() throws Exception {
        assertThat(send("DELETE", "/pets", "").headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
        HttpResponse<String> options = send("OPTIONS", "/pets", "");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void a_failure_shows_an_id_and_nothing_else() throws Exception {
        HttpResponse<String> response = send("GET", "/pets/2", "");
        JsonNode problem = problem(response, 500);
        assertThat(problem.get("instance").asText()).startsWith("urn:uuid:");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void an_answer_outside_the_contract_is_a_failure_where_that_is_enforced() throws Exception {
        problem(send("GET", "/pets/3", ""), 500);
    }

    @Test
    void head_has_the_fields_of_get_and_no_content() throws Exception {
        HttpResponse<String> get = send("GET", "/pets/1", "");
        HttpResponse<String> head = send("HEAD", "/pets/1", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isPresent();
    }

    @Test
    void what_the_client_has_is_not_sent_again() throws Exception {
        String tag = send("GET", "/pets/1", "").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send("GET", "/pets/1", "", "If-None-Match", "\"other\", W/" + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/openapi.yaml, application/yaml",
        "/openapi.json, application/json",
        "/ui/, text/html; charset=utf-8",
        "/ui/swagger-ui-bundle.js, text/javascript; charset=utf-8",
        "/problems/not-found, text/html; charset=utf-8",
    })
    void the_contract_is_served(String path, String type) throws Exception {
        HttpResponse<String> response = send("GET", path, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.headers().firstValue("ETag")).isPresent();
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void what_is_not_bound_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> Writ.contract("pets.yaml")
                        .resources(PetResource.class)
                        .bind(binder(false))
                        .listen("127.0.0.1", 0)
                        .start())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("bind an Authenticator named \"Basic\"");
        assertThatThrownBy(() -> Writ.contract("pets.yaml")
                        .resources(PetResource.class)
                        .listen("127.0.0.1", 0)
                        .start())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("PetResource cannot be made: nothing is bound to dev.writ.engine.Shelter");
    }

    @Test
    void operations_that_nothing_implements_keep_the_service_from_starting_unless_told_otherwise() throws Exception {
        Writ empty = Writ.contract("pets.yaml").bind(binder(true)).listen("127.0.0.1", 0);
        assertThatThrownBy(empty::start)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("pets.yaml:7:5")
                .hasMessageContaining("nothing implements GET /pets (listPets)");
        try (WritServer bare =
                empty.unimplemented(Unimplemented.NOT_IMPLEMENTED).start()) {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(bare.uri().resolve("/pets/newest")).build(),
                    HttpResponse.BodyHandlers.ofString());
            problem(response, 501);
        }
    }

    @Test
    void contracts_in_one_service_have_their_own_resources_and_binders() throws Exception {
        AbstractBinder refusing = new AbstractBinder() {
            @Override
            protected void configure() {
                Authenticator nobody = (credentials, client) -> new Authentication.Refused();
                bind(nobody).to(Authenticator.class).named("Basic");
            }
        };
        Writ dispatch =
                Writ.contract("dispatch.yaml").resources(DispatchResource.class).bind(refusing);
        try (WritServer both = pets().and(dispatch).start()) {
            RawClient client = new RawClient(both.uri().getPort());
            assertThat(client.send("GET /x/1", "Host: localhost")).contains("open 1");
            assertThat(client.send("GET /pets/1", "Host: localhost")).startsWith("HTTP/1.1 200");
            assertThat(client.send("GET /2/openapi.yaml", "Host: localhost")).startsWith("HTTP/1.1 200");
            assertThat(both.service(Shelter.class)).isSameAs(SHELTER);
        }
        assertThatThrownBy(() -> dispatch.and(dispatch)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Writ.contract("pets.yaml")
                        .bind(binder(true))
                        .and(Writ.contract("dispatch.yaml").bind(refusing))
                        .listen("127.0.0.1", 0)
                        .start())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("pets.yaml:7:5")
                .hasMessageContaining("dispatch.yaml:");
    }

    private static JsonNode problem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static HttpResponse<String> send(String method, String target, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(target))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
