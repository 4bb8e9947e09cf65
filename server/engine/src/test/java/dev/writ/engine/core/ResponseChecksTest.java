package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.get;
import static dev.writ.engine.core.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.OperationListener;
import dev.writ.engine.spi.Principal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of answers that are not what the contract declares, and who is told of answers. */
class ResponseChecksTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array}}}}
                    '410': {description: gone}
                    '422':
                      description: wrong
                      headers: {X-Hint: {required: true, schema: {type: string}}}
                      content: {application/json: {schema: {type: object, required: [code]}}}
                    '418': {description: told, content: {text/plain: {schema: {type: string}}}}
              /b:
                get:
                  operationId: b
                  security: [{Basic: []}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array}}}}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
            """;

    private final List<OperationListener.Answered> told = new ArrayList<>();
    private Response answer = Response.of(200, "application/json", "{\"secret\": 1}".getBytes(StandardCharsets.UTF_8));

    private EngineBuilder builder(Settings settings) {
        return new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("a", call -> answer)
                .on("b", call -> answer)
                .authenticator("Basic", (shown, client) -> new Authentication.Accepted(new Principal("rose")))
                .listener(told::add)
                .settings(settings);
    }

    private static Settings all(ResponseChecks mode) {
        return Settings.DEFAULT.withResponseChecks(mode);
    }

    @Test
    void answers_are_reported_unless_somebody_chooses() {
        assertThat(Settings.DEFAULT.responseChecks("any")).isEqualTo(ResponseChecks.REPORT);
    }

    @Test
    void what_is_enforced_tells_the_client_no_more_than_an_id() {
        Response response = builder(all(ResponseChecks.ENFORCE)).build().handle(get("/a", Headers.none()));
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response))
                .contains("urn:uuid:id")
                .doesNotContain("secret")
                .doesNotContain("array");
    }

    @Test
    void an_operation_may_have_a_mode_of_its_own() {
        Engine engine = builder(all(ResponseChecks.ENFORCE).withResponseChecks("a", ResponseChecks.OFF))
                .build();
        Headers rose = Headers.of("Authorization", "Basic cm9zZTph");
        assertThat(engine.handle(get("/a", Headers.none())).status()).isEqualTo(200);
        assertThat(engine.handle(get("/b", rose)).status()).isEqualTo(500);
    }

    @Test
    void a_mode_for_an_operation_that_is_not_there_is_a_fault() {
        EngineBuilder builder = builder(all(ResponseChecks.OFF).withResponseChecks("c", ResponseChecks.OFF));
        assertThatThrownBy(builder::build)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("'c' has response checks of its own, but not in the contract");
    }

    @ParameterizedTest
    @EnumSource(ResponseChecks.class)
    void a_listener_is_told_what_was_found(ResponseChecks mode) {
        Response response = builder(all(mode)).build().handle(get("/a", Headers.none()));
        assertThat(told).hasSize(1);
        OperationListener.Answered answered = told.get(0);
        assertThat(answered.operation().operationId()).isEqualTo("a");
        assertThat(answered.status())
                .isEqualTo(response.status())
                .isEqualTo(mode == ResponseChecks.ENFORCE ? 500 : 200);
        assertThat(answered.authenticated()).isFalse();
        assertThat(answered.bytes()).isEqualTo(response.content().bytes().length);
        assertThat(answered.duration()).isPositive();
        assertThat(answered.violations())
                .extracting(Violation::keyword)
                .isEqualTo(mode == ResponseChecks.OFF ? List.of() : List.of("type"));
    }

    @Test
    void a_listener_is_told_of_refusals_and_of_who_is_known_but_not_of_requests_that_match_nothing() {
        Engine engine = builder(Settings.DEFAULT).build();
        engine.handle(get("/b", Headers.none()));
        engine.handle(get("/b", Headers.of("Authorization", "Basic cm9zZTph")));
        engine.handle(get("/nothing", Headers.none()));
        assertThat(told).extracting(OperationListener.Answered::status).containsExactly(401, 200);
        assertThat(told).extracting(OperationListener.Answered::authenticated).containsExactly(false, true);
    }

    @Test
    void a_listener_that_fails_changes_nothing() {
        List<Integer> statuses = new ArrayList<>();
        Engine engine = builder(Settings.DEFAULT)
                .listener(answered -> {
                    throw new IllegalStateException("no room for metrics");
                })
                .listener(answered -> statuses.add(answered.status()))
                .build();
        assertThat(engine.handle(get("/a", Headers.none())).status()).isEqualTo(200);
        assertThat(statuses).containsExactly(200);
    }

    @Test
    void an_error_that_is_declared_without_content_has_none() {
        answer = Response.of(410);
        Response response = builder(all(ResponseChecks.ENFORCE)).build().handle(get("/a", Headers.none()));
        assertThat(response.status()).isEqualTo(410);
        assertThat(response.content().isEmpty()).isTrue();
    }

    @Test
    void an_empty_text_is_content_and_no_error_that_says_nothing() {
        answer = Response.of(418, "text/plain", new byte[0]);
        Response response = builder(all(ResponseChecks.ENFORCE)).build().handle(get("/a", Headers.none()));
        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().first("Content-Type")).contains("text/plain");
    }

    @Test
    void an_error_that_says_nothing_has_content_of_the_engine_whatever_is_declared() {
        Engine engine = builder(all(ResponseChecks.ENFORCE)).build();
        answer = Response.of(422).withHeader("X-Hint", "code");
        assertThat(text(engine.handle(get("/a", Headers.none())))).contains("\"status\":422");
        answer = Response.of(422);
        assertThat(engine.handle(get("/a", Headers.none())).status()).isEqualTo(500);
        assertThat(told.get(1).violations()).extracting(Violation::keyword).containsExactly("required");
    }

    @Test
    void an_error_that_is_not_declared_is_outside_the_contract() {
        answer = Response.of(409);
        Engine reporting = builder(all(ResponseChecks.REPORT)).build();
        assertThat(text(reporting.handle(get("/a", Headers.none())))).contains("/problems/conflict");
        assertThat(told.get(0).violations()).extracting(Violation::keyword).containsExactly("status");
    }
}
