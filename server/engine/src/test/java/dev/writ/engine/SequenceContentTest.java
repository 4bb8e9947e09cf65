package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.handler.OperationResponse;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.testing.TestClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences that are there as octets, and what goes wrong where they come from. */
@Timeout(60)
class SequenceContentTest {
    private static final String CONTRACT = """
            openapi: 3.2.0
            info: {title: S, version: '1'}
            paths:
              /lines:
                get:
                  operationId: read
                  responses:
                    '200': {description: ok, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Item'}}}}
                    default: {description: no}
                post:
                  operationId: write
                  requestBody:
                    required: true
                    content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Item'}}}
                  responses:
                    '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
                    default: {description: no}
            components:
              schemas:
                Item: {type: object, properties: {n: {type: integer}, password: {type: string, writeOnly: true}}}
            """;
    private static final String LINE = "{\"n\":1,\"password\":\"SECRET\"}\n";

    @TempDir
    private Path directory;

    private static Writ writ(OperationHandler read, OperationHandler write) {
        return Writ.contract(ContractReader.parse("lines.yaml", CONTRACT))
                .on("read", read)
                .on("write", write);
    }

    private static Writ reading(OperationHandler read) {
        return writ(read, request -> "");
    }

    private static Writ writing(OperationHandler write) {
        return writ(request -> Stream.empty(), write);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_000})
    void what_is_write_only_does_not_get_out_of_a_file_of_items_however_long(int lines) throws IOException {
        Path file = Files.writeString(directory.resolve("lines.jsonl"), LINE.repeat(lines));
        for (OperationHandler given : new OperationHandler[] {
            request -> OperationResponse.of(200, "application/jsonl", file),
            request -> OperationResponse.of(200, "application/jsonl", Files.newInputStream(file)),
        }) {
            try (TestClient client = reading(given).testClient()) {
                assertThat(client.get("/lines").send().text())
                        .contains("\"n\":1")
                        .doesNotContain("SECRET");
            }
        }
    }

    @Test
    void items_of_octets_are_checked() {
        byte[] bad = (LINE + "{\"n\":\"x\"}\n").repeat(4_000).getBytes(StandardCharsets.UTF_8);
        try (TestClient client = reading(
                        request -> OperationResponse.of(200, "application/jsonl", new ByteArrayInputStream(bad)))
                .testClient()) {
            assertThat(client.get("/lines").send().status()).isEqualTo(500);
        }
    }

    @Test
    void a_handler_may_take_items_as_octets() {
        try (TestClient client = writing(
                        request -> Integer.toString(request.open().readAllBytes().length))
                .testClient()) {
            assertThat(client.post("/lines")
                            .body("application/jsonl", LINE)
                            .send()
                            .text())
                    .isEqualTo(Integer.toString(LINE.length()));
            assertThat(client.post("/lines")
                            .body("application/jsonl", "{\"n\":\"x\"}\n")
                            .send()
                            .status())
                    .isEqualTo(400);
        }
    }

    enum Thrown {
        CHECKED,
        ERROR
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @ParameterizedTest
    @EnumSource
    void whatever_an_iterator_throws_ends_the_stream_and_closes_it(Thrown thrown) throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        OperationHandler handler = request -> IntStream.range(0, 3)
                .mapToObj(i -> {
                    if (i == 1) {
                        throw SequenceContentTest.<RuntimeException>sneaky(
                                thrown == Thrown.CHECKED ? new IOException("gone") : new Error("worse"));
                    }
                    return Map.of("n", i);
                })
                .onClose(() -> closed.set(true));
        try (WritServer server = reading(handler)
                .responseChecks(ResponseChecks.ENFORCE)
                .listen("127.0.0.1", 0)
                .start()) {
            URI uri = server.uri().resolve("/lines");
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
            assertThat(HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                    .withCauseInstanceOf(IOException.class)
                    .satisfies(failure ->
                            assertThat(failure.getCause()).isNotInstanceOf(java.net.http.HttpTimeoutException.class));
            assertThat(closed).isTrue();
        }
    }
}
