package dev.writ.engine.core;

import static dev.writ.engine.core.Requests.body;
import static dev.writ.engine.core.Requests.request;
import static dev.writ.engine.core.Requests.text;
import static dev.writ.engine.core.Requests.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with several things wrong at once, and the one that must be told. */
class JudgementOrderTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /things/{id}:
                post:
                  operationId: changeThing
                  security: [{Basic: []}]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                    - {name: size, in: query, required: true, schema: {type: integer, maximum: 5}}
                    - {name: X-Colour, in: header, schema: {type: string, enum: [red]}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, required: [a, b], maxProperties: 1}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: object}}}}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
            """;

    private final Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
            .on("changeThing", call -> {
                throw new AssertionError("nothing of this reaches a handler");
            })
            .authenticator(
                    "Basic",
                    (shown, client) -> shown.fold(
                            pair -> pair.username().equals("rose")
                                    ? new Authentication.Accepted(new Principal("rose"))
                                    : new Authentication.Refused(),
                            token -> new Authentication.Refused()))
            .settings(Settings.DEFAULT.withMaxBodySize(20))
            .build();

    private static final String ROSE = "Basic cm9zZTph";

    /** From row to row one more thing is mended; -1 is a body whose length nobody declares. */
    @ParameterizedTest
    @CsvSource({
        "POST, /other?size=9, 100, '', text/plain, text/html, 404",
        "PUT, /other, 100, '', text/plain, text/html, 404",
        "PUT, /things/x?size=9, 100, '', text/plain, text/html, 405",
        "POST, /things/x?size=9, 100, '', text/plain, text/html, 413",
        "POST, /things/x?size=9, 5, '', text/plain, text/html, 401",
        "POST, /things/x?size=9, -1, '', text/plain, text/html, 401",
        "POST, /things/x?size=9, 5, Basic YTpi, text/plain, text/html, 401",
        "POST, /things/x?size=9, 5, " + ROSE + ", text/plain, text/html, 415",
        "POST, /things/x?size=9, -1, " + ROSE + ", text/plain, text/html, 415",
        "POST, /things/x?size=9, -1, " + ROSE + ", '', text/html, 415",
        "POST, /things/x?size=9, 5, " + ROSE + ", application/json, text/html, 406",
        "POST, /things/x?size=9, -1, " + ROSE + ", application/json, text/html, 406",
    })
    void what_the_head_decides_is_told_in_one_order_and_before_the_body_is_read(
            String method, String target, long length, String authorization, String type, String accept, int status) {
        BodySource body = unreadable(length < 0 ? OptionalLong.empty() : OptionalLong.of(length));
        assertThat(engine.handle(request(method, target, headers(authorization, type, accept), body))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void the_rest_is_one_answer_with_all_violations_in_the_order_of_the_contract() {
        Response response = engine.handle(broken());
        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response))
                .containsSubsequence(
                        "\"in\":\"path\"",
                        "\"name\":\"id\"",
                        "\"in\":\"query\"",
                        "\"name\":\"size\"",
                        "\"in\":\"header\"",
                        "\"name\":\"X-Colour\"",
                        "\"in\":\"body\"",
                        "\"in\":\"body\"");
    }

    @Test
    void a_body_of_unknown_length_that_is_too_long_is_told_after_what_the_head_decides() {
        BodySource undeclared = BodySource.of(OptionalLong.empty(), new ByteArrayInputStream(new byte[21]));
        Headers headers = headers(ROSE, "application/json", "*/*");
        assertThat(engine.handle(request("POST", "/things/x?size=9", headers, undeclared))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void the_same_request_is_answered_with_the_same_bytes() {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Response response = engine.handle(broken());
            StringBuilder answer = new StringBuilder(text(response));
            response.headers().forEach((name, values) -> answer.append(name).append(values));
            answers.add(answer.toString());
        }
        assertThat(answers).hasSize(1);
    }

    private static Request broken() {
        Headers headers = headers(ROSE, "application/json", "*/*").with("X-Colour", "blue");
        return request("POST", "/things/x?size=9", headers, body("{\"c\": 1, \"d\": 2}"));
    }

    private static Headers headers(String authorization, String type, String accept) {
        Headers headers = Headers.of("Accept", accept);
        if (!type.isEmpty()) {
            headers = headers.with("Content-Type", type);
        }
        return authorization.isEmpty() ? headers : headers.with("Authorization", authorization);
    }
}
