package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Engine;
import dev.writ.engine.core.EngineBuilder;
import dev.writ.engine.grizzly.GrizzlyServer;
import dev.writ.engine.http.Response;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.server.RawRequests.Row;
import dev.writ.engine.spi.Authentication;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire itself: what is no HTTP, or could be taken for two things, is refused, and nothing behind it is answered. */
class RawRequestsTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {securitySchemes: {Basic: {type: http, scheme: basic}}}
            paths:
              /a:
                get: {operationId: a, responses: {'200': {description: text, content: {text/plain: {}}}}}
                post:
                  operationId: post
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made}}
              /b: {get: {operationId: b, responses: {'200': {description: text, content: {text/plain: {}}}}}}
              /optional:
                post:
                  operationId: optional
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made}}
              /secured:
                post:
                  operationId: secured
                  security: [{Basic: []}]
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: made}}
            """;
    private static GrizzlyServer server;

    @BeforeAll
    static void start() throws IOException {
        Engine engine = new EngineBuilder(ContractReader.parse("t.yaml", CONTRACT))
                .on("a", call -> Response.of(200, "text/plain", "a".getBytes(UTF_8)))
                .on("b", call -> Response.of(200, "text/plain", "smuggled".getBytes(UTF_8)))
                .on("post", call -> Response.of(201))
                .on("optional", call -> Response.of(201))
                .on("secured", call -> Response.of(201))
                .authenticator("Basic", (credentials, client) -> new Authentication.Refused())
                .build();
        server = GrizzlyServer.start("127.0.0.1", 0, engine, ServerSettings.DEFAULT, Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Row> rows() {
        return RawRequests.rows().stream();
    }

    @Test
    void there_are_many() {
        assertThat(rows().count()).isGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_as_told_and_by_nothing_else(Row row) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send(row.text());
            check(client, row);
        }
    }

    /** However the network cuts it. */
    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_the_same_if_it_comes_octet_by_octet(Row row) throws IOException {
        if (row.text().contains("*")) {
            return;
        }
        try (RawClient client = new RawClient(server.port())) {
            client.sendSlowly(row.text());
            check(client, row);
        }
    }

    private static void check(RawClient client, Row row) throws IOException {
        for (int status : row.statuses()) {
            RawClient.Answer answer = client.answer();
            if (answer.status() == 100 && status != 100) {
                // Who sends content without waiting may be told to go on or not.
                answer = client.answer();
            }
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            if (status >= 400) {
                assertThat(answer.header("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("\"status\":" + status);
            }
            assertThat(answer.head()).doesNotContainIgnoringCase("grizzly").doesNotContain("Server:");
        }
        if (row.open()) {
            client.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertThat(client.rest()).as("after the last answer").isEmpty();
    }

    @Test
    void pipelined_requests_are_answered_in_their_order() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            int count = 200;
            String text = IntStream.range(0, count)
                    .mapToObj(i -> (i % 2 == 0 ? "GET /a" : "GET /nothing" + i) + " HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n")
                    .reduce("", String::concat);
            client.send(text);
            for (int i = 0; i < count; i++) {
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(i % 2 == 0 ? 200 : 404);
                assertThat(i % 2 == 0 || answer.body().contains("/nothing" + i)).isTrue();
            }
        }
    }

    @Test
    void head_has_the_fields_of_get_and_nothing_else() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("HEAD /a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
            RawClient.Answer head = client.head();
            client.send("GET /a HTTP/1.1\\r\\nHost: h\\r\\nConnection: close\\r\\n\\r\\n");
            RawClient.Answer get = client.answer();
            assertThat(head.header("Content-Length"))
                    .isEqualTo(get.header("Content-Length"))
                    .contains("1");
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag")).isPresent();
            assertThat(new String(client.rest(), ISO_8859_1)).isEmpty();
        }
    }
}
