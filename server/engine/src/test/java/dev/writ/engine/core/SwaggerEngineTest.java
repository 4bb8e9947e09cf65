package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine of a document of Swagger 2.0. */
class SwaggerEngineTest {
    private static final String FILE = "dev/writ/engine/anydocument/swagger-2.0.yaml";
    private static final String SEARCH = "#/paths/~1pets~1{ids}~1{path}/get/parameters";

    private final List<Call> calls = new ArrayList<>();
    private Response answer = Response.of(204);
    private final TestClient client = TestClient.of(engine());

    private Engine engine() {
        Contract contract = ContractReader.read(FILE);
        EngineBuilder builder = new EngineBuilder(contract);
        for (Operation operation : contract.operations()) {
            builder.on(operation.operationId(), call -> {
                calls.add(call);
                return answer;
            });
        }
        Principal ann = new Principal("ann", Set.of("write"));
        contract.securitySchemes()
                .keySet()
                .forEach(name -> builder.authenticator(name, (shown, at) -> new Authentication.Accepted(ann)));
        return builder.build();
    }

    private TestResponse search(String query) {
        return client.get("/v1/pets/1,2/a%7Cb?key=k" + query).send();
    }

    @Test
    void collection_formats_become_arrays() {
        answer = json("[]");
        TestResponse found = client.get(
                        "/v1/pets/1,2/a%7Cb?key=k&tags=x&tags=y&sizes=1%202&colors=red%7Cgreen&names=n%09m"
                                + "&words=a,b&flag")
                .header("X-Numbers", "1.5|2")
                .header("X-Flags", "true false")
                .send();
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(values(calls.get(0)))
                .containsExactlyInAnyOrder(
                        "ids=[1,2]",
                        "path=[\"a\",\"b\"]",
                        "tags=[\"x\",\"y\"]",
                        "sizes=[1,2]",
                        "colors=[\"red\",\"green\"]",
                        "names=[\"n\",\"m\"]",
                        "words=[\"a\",\"b\"]",
                        "X-Numbers=[1.5,2]",
                        "X-Flags=[true,false]",
                        "limit=20");
    }

    private static List<String> values(Call call) {
        return call.operation().parameters().stream()
                .flatMap(parameter ->
                        call.arguments().value(parameter).stream().map(value -> parameter.name() + "=" + value))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "&sizes=1%200    ! /1/items ! exclusiveMinimum",
                "&sizes=1,2      ! /1/items ! type",
                "&tags=          ! /0/items ! minLength",
                "&colors=red|red ! /2       ! uniqueItems",
            })
    void a_violation_names_the_place_in_the_document_that_was_written(String query, String place, String keyword) {
        TestResponse refused = search(query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(violations(refused)).singleElement().satisfies(violation -> {
            assertThat(violation.path("schemaLocation").asText())
                    .isEqualTo("swagger-2.0.yaml" + SEARCH + place + "/" + keyword);
            assertThat(violation.path("keyword").asText()).isEqualTo(keyword);
        });
    }

    @Test
    void a_parameter_that_is_referred_to_is_told_where_it_stands() {
        assertThat(violations(search("&limit=100")))
                .extracting(violation -> violation.path("schemaLocation").asText())
                .containsExactly("swagger-2.0.yaml#/parameters/Limit/exclusiveMaximum");
    }

    private static List<JsonNode> violations(TestResponse response) {
        return StreamSupport.stream(response.json().path("violations").spliterator(), false)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "application/json ! {'kind':'Cat','name':'Tom','lives':9,'nick':null,'born':null} ! 201",
                "application/json ! {'kind':'Cat','name':'Tom','lives':9,'kittens':[{'kind':'Cat'}]} ! 400",
                "application/json ! {'kind':null,'name':'Tom','lives':9} ! 400",
                "application/json ! {'kind':'Cat','name':'Tom'} ! 400",
                "text/plain       ! Tom ! 415"
            })
    void a_body_is_what_the_operation_consumes_and_its_schema_says(String type, String body, int status) {
        assertThat(post(type, body.replace('\'', '"'))).isEqualTo(status);
    }

    private int post(String type, String body) {
        answer = Response.of(201, "application/json", bytes("{\"kind\": \"Cat\", \"name\": \"Tom\", \"lives\": 9}"));
        TestResponse response = client.post("/v1/pets")
                .header("Authorization", "Bearer t")
                .body(type, body)
                .send();
        return response.status();
    }

    @Test
    void what_an_operation_produces_is_negotiated_and_checked() {
        answer = Response.of(200, "image/png", new byte[] {1, 2});
        String photo = "/v1/photos/c7a0cdb2-0ff5-4e0c-a2f7-3b7a62f5f0a0";
        assertThat(client.get(photo).send().status()).isEqualTo(200);
        assertThat(client.get(photo).header("Accept", "application/json").send().status())
                .isEqualTo(406);
        answer = json("[]")
                .withHeaders(Headers.of("Content-Type", "application/json").with("X-Tags", "a|b"));
        assertThat(search("").status()).isEqualTo(200);
        answer = json("[]")
                .withHeaders(Headers.of("Content-Type", "application/json").with("X-Tags", "a|B"));
        assertThat(search("").status()).isEqualTo(500);
    }

    @Test
    void the_document_is_served_as_it_was_written() {
        assertThat(client.get("/v1/openapi.yaml").send().text())
                .startsWith("swagger: \"2.0\"")
                .contains("discriminator: kind", "nick: {type: [string, \"null\"]}");
        JsonNode json = client.get("/v1/openapi.json").send().json();
        assertThat(json.path("swagger").asText()).isEqualTo("2.0");
        assertThat(json.at("/definitions/Pet/discriminator").asText()).isEqualTo("kind");
        assertThat(client.get("/v1/ui/").send().status()).isEqualTo(200);
    }

    private static Response json(String text) {
        return Response.of(200, "application/json", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
