package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationHandler;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are sent item by item, over a port. */
class StreamedAnswersTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final HttpClient client = HttpClient.newHttpClient();

    private static Map<String, Object> reading(int value) {
        return Map.of("name", "n", "value", value);
    }

    private static Writ writ(String operationId, OperationHandler handler) {
        return Writ.contract("streams.yaml")
                .unimplemented(Unimplemented.NOT_IMPLEMENTED)
                .on(operationId, handler)
                .listen("127.0.0.1", 0);
    }

    private HttpResponse<String> get(WritServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri().resolve(path)).timeout(LONG);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_stream_is_sent_as_lines_of_json() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        try (WritServer server = writ(
                        "lines",
                        request -> IntStream.range(0, 3)
                                .mapToObj(StreamedAnswersTest::reading)
                                .onClose(() -> closed.set(true)))
                .start()) {
            HttpResponse<String> response = get(server, "lines");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jsonl");
            assertThat(response.body().lines()).hasSize(3).allMatch(line -> line.contains("\"name\":\"n\""));
            assertThat(response.body()).endsWith("\n");
            assertThat(closed).isTrue();
            assertThat(get(server, "lines", "Accept", "application/json-seq").body())
                    .startsWith("\u001E{");
        }
    }
}
