package dev.writ.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.spi.Authentication;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.testing.CapturedLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a request leaves in the log, and what it never does. */
class AccessLogTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /secrets:
                post:
                  operationId: keep
                  security: [{Basic: []}]
                  requestBody: {content: {application/json: {schema: {type: object, maxProperties: 1}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: string, maxLength: 3}}}}
            components:
              securitySchemes:
                Basic: {type: http, scheme: basic}
            """;

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    private final String id = UUID.randomUUID().toString();

    /** From here on the log is that of requests. */
    private Engine engine(Handler handler) {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("keep", handler)
                .authenticator("Basic", (shown, client) -> new Authentication.Accepted(new Principal("rose")))
                .settings(Settings.DEFAULT.withResponseChecks(ResponseChecks.ENFORCE))
                .build();
        log.lines().clear();
        return engine;
    }

    private Request request(String method, String path, String body) {
        Headers headers = Headers.of("Content-Type", "application/json")
                .with("Authorization", "Basic Y2FuYXJ5OmNhbmFyeQ==")
                .with("Cookie", "canary");
        return new Request(
                id,
                "192.0.2.1",
                method,
                URI.create("http://localhost/"),
                path,
                Optional.of("q=canary"),
                headers,
                BodySource.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_request_is_one_line_with_what_is_known_of_it() {
        engine(call -> Response.of(200, "application/json", "\"ok\"".getBytes(StandardCharsets.UTF_8)))
                .handle(request("POST", "/secrets", "{}"));

        ILoggingEvent line = only();
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getMDCPropertyMap()).containsEntry("requestId", id);
        assertThat(line.getFormattedMessage())
                .matches("POST /secrets 200 keep rose 192\\.0\\.2\\.1 4 B \\d+\\.\\d+(E-\\d+)? ms");
        assertThat(pairs(line))
                .containsAllEntriesOf(Map.of(
                        "method", "POST",
                        "path", "/secrets",
                        "status", 200,
                        "operation", "keep",
                        "user", "rose",
                        "client", "192.0.2.1",
                        "bytes", 4L))
                .containsKey("millis");
    }

    @ParameterizedTest
    @CsvSource({"GET, /nowhere, {}, 404", "DELETE, /secrets, {}, 405", "POST, /secrets, 'canary', 400"})
    void a_refused_request_is_one_line_too_and_its_problem_carries_the_id(
            String method, String path, String body, int status) {
        Response answer = engine(call -> Response.of(204)).handle(request(method, path, body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(pairs(only())).containsEntry("status", status).containsEntry("path", path);
        assertInstance(answer);
    }

    @Test
    void what_the_transport_refuses_is_one_line_too() {
        Response answer = engine(call -> Response.of(204))
                .begin(request("POST", "/secrets", "{}"))
                .refuse(Problem.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "1"));

        assertThat(answer.headers().first("Retry-After")).contains("1");
        assertThat(pairs(only())).containsEntry("status", 503).containsEntry("operation", "keep");
        assertInstance(answer);
    }

    @Test
    void what_a_handler_logs_has_the_id_and_a_failure_has_it_in_its_text() {
        Response answer = engine(call -> {
                    LoggerFactory.getLogger("handler").info("working");
                    throw new IllegalStateException("it broke");
                })
                .handle(request("POST", "/secrets", "{}"));

        assertThat(log.lines())
                .hasSize(3)
                .allMatch(line -> id.equals(line.getMDCPropertyMap().get("requestId")));
        assertThat(log.lines().get(1).getFormattedMessage()).contains("[urn:uuid:" + id + "]");
        assertInstance(answer);
    }

    @ParameterizedTest
    @CsvSource({"'\"canary\"', 500", "'{\"canary\":\"canary\"}', 500", "nonsense-canary, 500", "'\"ok\"', 200"})
    void no_line_has_a_query_a_field_or_content(String content, int status) {
        Response answer = engine(call -> Response.of(200, "application/json", content.getBytes(StandardCharsets.UTF_8)))
                .handle(request("POST", "/secrets", "{\"canary\":\"canary\"}"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(log.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).doesNotContain("canary", "Y2FuYXJ5");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void a_client_cannot_forge_a_line_or_make_one_without_end() {
        engine(call -> Response.of(204))
                .handle(request("GET", "/a\r\nb\u001b[31m\u2028\u202e" + "c".repeat(10_000), "{}"));

        assertThat(only().getFormattedMessage())
                .startsWith("GET /a??b?[31m??ccc")
                .hasSizeLessThan(300)
                .contains("... 400");
    }

    private ILoggingEvent only() {
        assertThat(log.lines()).hasSize(1);
        return log.lines().get(0);
    }

    private static Map<String, Object> pairs(ILoggingEvent line) {
        return List.copyOf(line.getKeyValuePairs()).stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private void assertInstance(Response answer) {
        assertThat(answer.content().json().orElseThrow().get("instance").asText())
                .isEqualTo("urn:uuid:" + id);
    }
}
