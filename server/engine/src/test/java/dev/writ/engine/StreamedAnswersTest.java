package dev.writ.engine;

import static dev.writ.engine.StreamScene.CLIENT;
import static dev.writ.engine.StreamScene.LONG;
import static dev.writ.engine.StreamScene.get;
import static dev.writ.engine.StreamScene.reading;
import static dev.writ.engine.StreamScene.writ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.StreamScene.Raw;
import dev.writ.engine.StreamScene.Source;
import dev.writ.engine.core.Compression;
import dev.writ.engine.core.StreamSettings;
import dev.writ.engine.spi.OperationListener;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are sent item by item, over a port. */
class StreamedAnswersTest {
    @Test
    void a_stream_is_sent_as_lines_of_json() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        try (WritServer server = writ(
                        "lines",
                        request -> IntStream.range(0, 3)
                                .mapToObj(StreamScene::reading)
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

    @Test
    void an_iterator_is_taken_as_well() throws Exception {
        Iterator<Object> items = List.<Object>of(reading(1), reading(2)).iterator();
        try (WritServer server = writ("lines", request -> items).start()) {
            assertThat(get(server, "lines").body().lines()).hasSize(2);
        }
    }

    @Test
    void one_request_after_another_gets_its_stream_however_soon_it_ends() throws Exception {
        try (WritServer server = writ("lines", request -> Stream.of(reading(1))).start()) {
            for (int i = 0; i < 300; i++) {
                assertThat(get(server, "lines").body()).contains("\"value\":1");
            }
        }
    }

    @Test
    void head_has_the_fields_of_get_and_pulls_nothing() throws Exception {
        Source source = new Source();
        try (WritServer server = writ("lines", request -> source.endless("n")).start();
                Raw raw = new Raw(server, "HEAD /lines HTTP/1.1", "Connection: close")) {
            assertThat(raw.rest())
                    .startsWith("HTTP/1.1 200")
                    .contains("application/jsonl")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n");
            assertThat(source.pulled()).hasValue(0);
            assertThat(source.closed()).isTrue();
        }
    }

    @Test
    void http_1_0_gets_the_items_without_chunks() throws Exception {
        try (WritServer server = writ("lines", request -> IntStream.range(0, 3).mapToObj(StreamScene::reading))
                        .start();
                Raw raw = new Raw(server, "GET /lines HTTP/1.0")) {
            String answer = raw.rest();
            assertThat(answer).doesNotContainIgnoringCase("chunked").contains("\"value\":2");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                    .startsWith("{")
                    .endsWith("}\n");
        }
    }

    @Test
    void http_1_0_gets_items_as_they_come() throws Exception {
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        try (WritServer server = writ("events", request -> publisher).start();
                Raw raw = new Raw(server, "GET /events HTTP/1.0")) {
            await().atMost(LONG).until(publisher::hasSubscribers);
            publisher.submit(reading(1));
            assertThat(raw.await("data")).contains("1");
        } finally {
            publisher.close();
        }
    }

    @Test
    void the_access_record_is_told_at_the_end_with_the_bytes_that_were_sent() throws Exception {
        AtomicLong bytes = new AtomicLong(-1);
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        Writ writ = writ("events", request -> publisher).streams(StreamSettings.DEFAULT.withHeartbeat(Duration.ZERO));
        writ.bind(new AbstractBinder() {
            @Override
            protected void configure() {
                bind((OperationListener) answered -> bytes.set(answered.bytes()))
                        .to(OperationListener.class);
            }
        });
        try (WritServer server = writ.start()) {
            CompletableFuture<HttpResponse<String>> response = CLIENT.sendAsync(
                    HttpRequest.newBuilder(server.uri().resolve("events")).build(),
                    HttpResponse.BodyHandlers.ofString());
            await().atMost(LONG).until(publisher::hasSubscribers);
            publisher.submit(reading(1));
            assertThat(bytes).hasValue(-1);
            publisher.close();
            int length = response.get(20, TimeUnit.SECONDS).body().length();
            await().atMost(LONG).until(() -> bytes.get() == length);
        }
    }

    /** What is sent as it comes is sent as it is, whatever the client takes, so nothing varies with that (RFC 9110, section 12.5.5). */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, identity;q=0", "identity"})
    void answers_in_pieces_are_never_coded_and_do_not_vary(String accepted) throws Exception {
        try (WritServer server = writ(
                        "lines", request -> IntStream.range(0, 300).mapToObj(StreamScene::reading))
                .compression(Compression.DEFAULT.withAnswers(Compression.Answers.ALL))
                .start()) {
            HttpResponse<String> response = get(server, "lines", "Accept-Encoding", accepted);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body().lines()).hasSize(300);
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(response.headers().allValues("Vary")).noneMatch(field -> field.contains("Accept-Encoding"));
        }
    }
}
