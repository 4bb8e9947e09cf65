package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline alone: no container, no port. */
class EngineTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /things:
                get:
                  operationId: readThings
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array}}}}
                    '404': {description: none, content: {application/problem+json: {schema: {type: object}}}}
                post:
                  operationId: makeThing
                  security: [{Basic: []}]
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, maxProperties: 1}}}
                  responses:
                    '201': {description: ok, content: {application/json: {schema: {type: object}}}}
              /:
                get:
                  operationId: ownLanding
                  responses:
                    '204': {description: ours}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
            """;

    private final List<String> handled = new ArrayList<>();
    private Response answer = json(200, "[]");

    private Engine engine(ResponseChecks checks) {
        Handler handler = call -> {
            handled.add(call.operation().operationId()
                    + call.arguments().body().map(b -> " " + b).orElse(""));
            return answer;
        };
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("readThings", handler)
                .on("makeThing", handler)
                .on("ownLanding", call -> Response.of(204))
                .authenticator("Basic", (shown, client) -> new Authentication.Accepted(new Principal("anybody")))
                .settings(Settings.DEFAULT.withResponseChecks(checks).withMaxBodySize(20))
                .build();
    }

    /** Everything is wrong with this request; each column mends one thing, and the next one is told. */
    @ParameterizedTest
    @CsvSource({
        "PUT, 100, '', text/plain, text/html, 405",
        "POST, 100, '', text/plain, text/html, 413",
        "POST, 5, '', text/plain, text/html, 401",
        "POST, 5, Basic YTpi, text/plain, text/html, 415",
        "POST, 5, Basic YTpi, application/json, text/html, 406",
        "POST, 5, Basic YTpi, application/json, */*, 400",
    })
    void the_head_is_judged_in_one_order_and_before_the_body(
            String method, int length, String authorization, String type, String accept, int status) {
        Headers headers = Headers.of("Content-Type", type).with("Accept", accept);
        BodySource body = status == 400 ? BodySource.of("nope!".getBytes(StandardCharsets.UTF_8)) : unreadable(length);
        Response response = engine(ResponseChecks.ENFORCE)
                .handle(request(
                        method,
                        "/things",
                        authorization.isEmpty() ? headers : headers.with("Authorization", authorization),
                        body));
        assertThat(response.status()).isEqualTo(status);
        assertThat(handled).isEmpty();
    }

    @Test
    void a_body_without_length_is_bounded_while_it_is_read() {
        BodySource endless = BodySource.of(OptionalLong.empty(), Requests.endless());
        Headers headers = Headers.of("Content-Type", "application/json").with("Authorization", "Basic YTpi");
        assertThat(engine(ResponseChecks.OFF)
                        .handle(request("POST", "/things", headers, endless))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void content_that_an_operation_does_not_take_is_not_waited_for() {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("readThings", new Handler() {
                    @Override
                    public Response handle(Call call) {
                        return json(200, "[]");
                    }

                    @Override
                    public boolean mayBlock() {
                        return false;
                    }
                })
                .authenticator("Basic", (shown, client) -> new Authentication.Refused())
                .settings(Settings.DEFAULT.withUnimplemented(Unimplemented.NOT_IMPLEMENTED))
                .build();

        Exchange read = engine.begin(request("GET", "/things", Headers.none(), unreadable(5)));
        List<Exchange.Next> steps = new ArrayList<>();
        for (; read.next() != Exchange.Next.SEND; read.proceed()) {
            steps.add(read.next());
        }
        assertThat(steps).containsOnly(Exchange.Next.RUN);
        assertThat(read.response().status()).isEqualTo(200);
    }

    @Test
    void the_handler_gets_what_was_checked() {
        answer = json(201, "{}");
        Headers headers =
                Headers.of("Content-Type", "application/json; charset=UTF-8").with("Authorization", "Basic YTpi");
        Response response = engine(ResponseChecks.ENFORCE)
                .handle(request(
                        "POST", "/things", headers, BodySource.of("{\"a\": 1}".getBytes(StandardCharsets.UTF_8))));
        assertThat(response.status()).isEqualTo(201);
        assertThat(handled).containsExactly("makeThing {\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, [], 200",
        "200, application/json, {}, 500",
        "200, application/json, nonsense, 500",
        "200, text/plain, [], 500",
        "202, application/json, [], 500",
        "404, application/problem+json, {}, 404",
    })
    void an_answer_is_checked_where_that_is_enforced_and_passes_where_it_is_only_reported(
            int status, String type, String body, int enforced) {
        answer = Response.of(status, type, body.getBytes(StandardCharsets.UTF_8));
        Request request = request("GET", "/things", Headers.none(), BodySource.of(new byte[0]));
        assertThat(engine(ResponseChecks.ENFORCE).handle(request).status()).isEqualTo(enforced);
        assertThat(engine(ResponseChecks.REPORT).handle(request).status()).isEqualTo(status);
        assertThat(engine(ResponseChecks.OFF).handle(request).status()).isEqualTo(status);
    }

    @Test
    void an_error_without_a_body_gets_one() {
        answer = Response.of(404);
        Response response = engine(ResponseChecks.ENFORCE)
                .handle(request("GET", "/things", Headers.none(), BodySource.of(new byte[0])));
        assertThat(new String(response.content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"type\":\"/problems/not-found\",\"title\":\"Not Found\",\"status\":404,\"instance\":\"urn:uuid:id\"}");
    }

    @Test
    void a_path_of_the_contract_wins_over_a_document_of_the_engine() {
        Engine engine = engine(ResponseChecks.ENFORCE);
        assertThat(engine.handle(request("GET", "/", Headers.none(), BodySource.of(new byte[0])))
                        .status())
                .isEqualTo(204);
        assertThat(engine.handle(request("GET", "/openapi.json", Headers.none(), BodySource.of(new byte[0])))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_handler_for_nothing_is_a_fault() {
        EngineBuilder builder = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("nothing", call -> Response.of(204))
                .authenticator("Nobody", (shown, client) -> new Authentication.Refused())
                .settings(Settings.DEFAULT.withUnimplemented(Unimplemented.NOT_IMPLEMENTED));
        assertThatThrownBy(builder::build)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("'nothing' is handled, but not in the contract")
                .hasMessageContaining("security scheme 'Nobody', which is not in the contract")
                .hasMessageContaining("'Basic' has no authenticator");
    }

    @Test
    void a_schema_that_cannot_be_compiled_is_a_fault_with_its_place() {
        String bad = CONTRACT.replace("schema: {type: array}", "schema: {type: string, pattern: '(a'}");
        assertThatThrownBy(() -> build(bad))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("t.yaml:8:")
                .hasMessageContaining("is no regular expression")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void a_schema_that_never_ends_is_a_fault_with_its_place() {
        String endless = CONTRACT.replace("schema: {type: array}", "schema: {$ref: '#/components/schemas/A'}")
                + "  schemas:\n    A: {allOf: [{$ref: '#/components/schemas/A'}]}\n";
        assertThatThrownBy(() -> build(endless))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("/components/schemas/A")
                .hasMessageContaining("it contains itself without end");
    }

    private static Engine build(String contract) {
        return new EngineBuilder(ContractReader.parse("t.yaml", contract))
                .settings(Settings.DEFAULT.withUnimplemented(Unimplemented.NOT_IMPLEMENTED))
                .authenticator("Basic", (shown, client) -> new Authentication.Refused())
                .build();
    }

    private static BodySource unreadable(int length) {
        return Requests.unreadable(OptionalLong.of(length));
    }

    private static Request request(String method, String path, Headers headers, BodySource body) {
        return new Request(
                "id", "127.0.0.1", method, URI.create("http://localhost/"), path, Optional.empty(), headers, body);
    }

    private static Response json(int status, String body) {
        return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .withHeaders(Headers.of(Map.of("Content-Type", List.of("application/json"))));
    }
}
