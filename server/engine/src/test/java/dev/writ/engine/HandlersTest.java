package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.PetsApi.Pet;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.handler.OperationRequest;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations carried out by functions, asked by the client that needs no port. */
class HandlersTest {
    private static Writ pets() {
        return Writ.contract("pets.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .authenticator(
                        "Basic",
                        (shown, client) -> shown.fold(
                                basic -> basic.password().equals("thorn")
                                        ? new Authentication.Accepted(new Principal(basic.username()))
                                        : new Authentication.Refused(),
                                token -> new Authentication.Refused()));
    }

    private static TestClient client(String operationId, OperationHandler handler) {
        return pets().on(operationId, handler).testClient();
    }

    @Test
    void a_handler_sees_checked_values_by_their_names_in_the_contract() {
        TestClient client = client(
                "listPets",
                request -> Map.of(
                        "limit",
                        request.query("limit").asInt(),
                        "trace",
                        request.header("x-trace").optional(String.class).orElse("none"),
                        "operation",
                        request.operation().operationId()));
        TestResponse response =
                client.get("/pets").query("limit", 3).header("X-Trace", "a").send();
        assertThat(response.json().get("limit").asInt()).isEqualTo(3);
        assertThat(response.json().get("trace").asText()).isEqualTo("a");
        assertThat(client.get("/pets").send().json().get("limit").asInt()).isEqualTo(5);
        assertThat(client.get("/pets").query("limit", 11).send().status()).isEqualTo(400);
    }

    @Test
    void a_body_is_bound_and_the_principal_known() {
        TestClient client = client(
                "createPet",
                request -> OperationResponse.json(201, request.body(Pet.class))
                        .with(
                                "Location",
                                "/pets/" + request.principal().orElseThrow().name()));
        TestResponse created = client.post("/pets")
                .basic("rose", "thorn")
                .json(Map.of("name", "Rex", "age", 3))
                .send();
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).contains("/pets/rose");
        assertThat(created.as(Pet.class)).isEqualTo(new Pet("Rex", null, 3, null));
        assertThat(client.post("/pets").json(Map.of("name", "Rex")).send().status())
                .isEqualTo(401);
        assertThat(client.post("/pets")
                        .basic("rose", "thorn")
                        .body("application/json", "{}")
                        .send()
                        .json()
                        .at("/violations/0/keyword")
                        .asText())
                .isEqualTo("required");
    }

    static Stream<Arguments> results() {
        Pet rex = new Pet("Rex", null, null, null);
        return Stream.of(
                Arguments.of("getPet", "/pets/1", rex, 200, "{\"name\":\"Rex\"}"),
                Arguments.of("getPet", "/pets/1", CompletableFuture.completedFuture(rex), 200, "{\"name\":\"Rex\"}"),
                Arguments.of("getPet", "/pets/1", OperationResponse.json(200, rex), 200, "{\"name\":\"Rex\"}"),
                Arguments.of("getPet", "/pets/1", OperationResponse.problem(404, "No pet."), 404, "No pet."),
                Arguments.of("getPet", "/pets/1", OperationResponse.of(404), 404, "\"title\":\"Not Found\""),
                Arguments.of("newestPet", "/pets/newest", null, 204, ""),
                Arguments.of("newestPet", "/pets/newest", OperationResponse.of(204), 204, ""),
                // What the contract does not declare is a failure.
                Arguments.of("getPet", "/pets/1", null, 500, "instance"),
                Arguments.of("newestPet", "/pets/newest", rex, 500, "instance"),
                Arguments.of("getPet", "/pets/1", OperationResponse.json(200, Map.of("name", "")), 500, "instance"),
                Arguments.of("getPet", "/pets/1", OperationResponse.text(200, "Rex"), 500, "instance"),
                Arguments.of("getPet", "/pets/1", OperationResponse.of(200, "application/pdf", rex), 500, "instance"),
                Arguments.of("getPet", "/pets/1", OperationResponse.of(202), 500, "instance"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void what_a_handler_returns_becomes_an_answer(
            String operationId, String target, @Nullable Object result, int status, String content) {
        TestResponse response =
                client(operationId, request -> result).get(target).send();
        assertThat(response.status()).as(response.toString()).isEqualTo(status);
        assertThat(response.text()).contains(content);
    }

    static Stream<Arguments> failures() {
        return Stream.<Arguments>of(
                Arguments.of("/pets/1", 500, (OperationHandler) request -> request.query("petId")),
                Arguments.of("/pets/1", 500, (OperationHandler) request -> request.body(Pet.class)),
                Arguments.of("/pets/1", 500, (OperationHandler) request -> {
                    throw new IllegalStateException("the secret inside");
                }),
                Arguments.of("/pets/3000000000", 400, (OperationHandler)
                        request -> request.path("petId").asInt()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_handler_that_fails_tells_the_client_nothing(String target, int status, OperationHandler handler) {
        TestResponse response = client("getPet", handler).get(target).send();
        assertThat(response.status()).as(response.toString()).isEqualTo(status);
        assertThat(response.text()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void head_runs_get_and_what_nothing_handles_is_not_implemented() {
        TestClient client = client("getPet", request -> new Pet("Rex", null, null, null));
        TestResponse head = client.request("HEAD", "/pets/1").send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).contains("14");
        assertThat(client.get("/pets/newest").send().status()).isEqualTo(501);
    }

    @Test
    void an_operation_that_the_contract_lacks_and_one_that_is_missing_are_faults() {
        assertThatThrownBy(() -> pets().on("getPett", request -> 1).testClient())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("the operation 'getPett' is handled, but not in the contract");
        assertThatThrownBy(() -> pets().unimplemented(Unimplemented.REFUSE_TO_START)
                        .on("getPet", request -> 1)
                        .testClient())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("listPets");
    }

    @Test
    void an_operation_that_is_handled_twice_is_a_fault_beside_the_others() {
        assertThatThrownBy(() -> pets().on("getPet", request -> 1)
                        .on("getPet", request -> 2)
                        .on("getPett", request -> 3)
                        .testClient())
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("the operation 'getPet' is handled twice")
                .hasMessageContaining("'getPett' is handled, but not in the contract");
    }

    @Test
    void a_number_beyond_the_limits_is_told_which_limit() {
        TestClient client = client("listPets", request -> 1);
        assertThat(client.get("/pets").query("limit", "1".repeat(401)).send().text())
                .contains("limit: a number has more than 400 characters");
    }

    @Test
    void a_handler_says_whether_it_waits() {
        OperationHandler handler = OperationHandler.nonBlocking(OperationRequest::id);
        assertThat(handler.mayBlock()).isFalse();
        TestClient client = client("newestPet", OperationHandler.nonBlocking(request -> null));
        assertThat(client.get("/pets/newest").send().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection"})
    void the_frame_of_a_message_is_for_the_server_to_say(String name) {
        assertThatThrownBy(() -> OperationResponse.json(200, 1).with(name, "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void what_may_be_there_or_not_can_be_answered() {
        TestClient client = client("getPet", request -> Map.of("name", Optional.of("Rex")));
        assertThat(client.get("/pets/1").send().text()).contains("\"name\":\"Rex\"");
    }
}
