package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.api.ServerSentEvent;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.StreamSettings;
import dev.writ.engine.core.Unimplemented;
import dev.writ.engine.handler.OperationHandler;
import dev.writ.engine.spi.OperationListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
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

    /** A raw connection that has sent a GET. */
    private static final class Raw implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Raw(WritServer server, String requestLine, String... fields) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
            socket.setSoTimeout((int) LONG.toMillis());
            String head = requestLine + "\r\nHost: localhost\r\n"
                    + Stream.of(fields).map(field -> field + "\r\n").reduce("", String::concat) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next line that contains this. */
        String await(String text) throws IOException {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.contains(text)) {
                    return line;
                }
            }
            throw new IOException("the connection ended before " + text);
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                rest.append((char) c);
            }
            return rest.toString();
        }

        void leave() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Counts what is pulled, and whether it was closed. */
    private static final class Source {
        private final AtomicInteger pulled = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();

        Stream<Map<String, Object>> endless(String filling) {
            return Stream.generate(() -> Map.<String, Object>of("name", filling, "value", pulled.incrementAndGet()))
                    .onClose(() -> closed.set(true));
        }
    }

    @Test
    void a_slow_client_slows_its_producer_down_and_holds_no_thread() throws Exception {
        Source source = new Source();
        try (WritServer server = writ("lines", request -> source.endless("n".repeat(10_000)))
                        .start();
                Raw slow = new Raw(server, "GET /lines HTTP/1.1")) {
            slow.await("200");
            int[] before = {-1};
            await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> {
                int now = source.pulled.get();
                boolean still = now == before[0];
                before[0] = now;
                return still;
            });
            assertThat(source.pulled.get() * 10_000L).isLessThan(20_000_000);
            String sender =
                    Class.forName("dev.writ.engine.server.StreamedAnswer").getName();
            assertThat(Thread.getAllStackTraces().entrySet())
                    .noneMatch(entry -> entry.getKey().getName().matches("writ-(stream|worker)-\\d+")
                            && List.of(entry.getValue()).toString().contains(sender));
            int stopped = source.pulled.get();
            // Whoever reads again gets more.
            for (int i = 0; i < stopped; i++) {
                slow.await("value");
            }
            await().atMost(LONG).until(() -> source.pulled.get() > stopped);
            slow.leave();
            await().atMost(LONG).untilTrue(source.closed);
        }
    }

    @Test
    void a_client_that_goes_away_is_noticed_even_while_there_is_nothing_to_send() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (WritServer server = writ("events", request -> silent(cancelled)).start()) {
            Raw raw = new Raw(server, "GET /events HTTP/1.1");
            raw.await("text/event-stream");
            raw.close();
            assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Flow.Publisher<Object> silent(CountDownLatch cancelled) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // Never an item.
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        });
    }

    @Test
    void a_thread_that_waits_for_an_item_nobody_wants_any_more_is_interrupted() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Object> blocked = Stream.generate(() -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new IllegalStateException(e);
            }
            return "";
        });
        try (WritServer server = writ("lines", request -> blocked.onClose(() -> closed.set(true)))
                .start()) {
            Raw raw = new Raw(server, "GET /lines HTTP/1.1");
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            raw.close();
            assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
            await().atMost(LONG).untilTrue(closed);
        }
    }

    @Test
    void heartbeats_are_comments_between_events() throws Exception {
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        try (WritServer server = writ("events", request -> publisher)
                        .streams(StreamSettings.DEFAULT.withHeartbeat(Duration.ofMillis(150)))
                        .start();
                Raw raw = new Raw(server, "GET /events HTTP/1.1")) {
            raw.await("text/event-stream");
            assertThat(raw.await(":")).isNotNull();
            raw.await("3"); // the size of a chunk that is a heartbeat
            await().atMost(LONG).until(publisher::hasSubscribers);
            publisher.submit(reading(7));
            assertThat(raw.await("data: ")).contains("\"value\":7");
        } finally {
            publisher.close();
        }
    }

    @Test
    void without_heartbeats_nothing_stands_between_events() throws Exception {
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        try (WritServer server = writ("events", request -> publisher)
                .streams(StreamSettings.DEFAULT.withHeartbeat(Duration.ZERO))
                .start()) {
            CompletableFuture<HttpResponse<String>> response = client.sendAsync(
                    HttpRequest.newBuilder(server.uri().resolve("events")).build(),
                    HttpResponse.BodyHandlers.ofString());
            await().atMost(LONG).until(publisher::hasSubscribers);
            publisher.submit(ServerSentEvent.of(reading(1)).withEvent("reading").withId("17"));
            publisher.close();
            assertThat(response.get(20, TimeUnit.SECONDS).body())
                    .startsWith("event: reading\nid: 17\ndata: {")
                    .endsWith("}\n\n")
                    .doesNotContain(":\n\n");
        }
    }

    @Test
    void the_last_event_id_is_a_parameter_like_others() throws Exception {
        try (WritServer server = writ("events", request -> {
                    int from = Integer.parseInt(request.header("Last-Event-ID")
                            .optional(String.class)
                            .orElse("0"));
                    return IntStream.rangeClosed(from + 1, 5)
                            .mapToObj(i -> ServerSentEvent.of(reading(i)).withId(Integer.toString(i)));
                })
                .start()) {
            assertThat(get(server, "events").body()).contains("id: 1\n", "id: 5\n");
            assertThat(get(server, "events", "Last-Event-ID", "3").body())
                    .startsWith("id: 4\n")
                    .contains("id: 5\n");
        }
    }

    @Test
    void an_item_outside_the_contract_breaks_the_answer_off_where_answers_are_enforced() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        OperationHandler third = request -> IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 3 ? Map.of("name", 3) : reading(i))
                .onClose(closed::incrementAndGet);
        try (WritServer server =
                writ("lines", third).responseChecks(ResponseChecks.ENFORCE).start()) {
            try (Raw raw = new Raw(server, "GET /lines HTTP/1.1")) {
                assertThat(raw.rest())
                        .contains("\"value\":2")
                        .doesNotContain("\"name\":3")
                        .doesNotContain("\r\n0\r\n");
            }
            assertThatThrownBy(() -> get(server, "lines"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            await().atMost(LONG).until(() -> closed.get() == 2);
        }
    }

    @Test
    void it_is_reported_and_goes_on_where_they_are_not_but_what_is_write_only_never_gets_out() throws Exception {
        List<Object> items = List.of(
                Map.of("name", "a", "value", "wrong", "secret", "s3cret"),
                Map.of("name", "b", "value", 2, "secret", "s3cret"));
        for (ResponseChecks mode : List.of(ResponseChecks.REPORT, ResponseChecks.OFF)) {
            try (WritServer server = writ("lines", request -> items.stream())
                    .responseChecks(mode)
                    .start()) {
                assertThat(get(server, "lines").body())
                        .contains("\"wrong\"", "\"value\":2")
                        .doesNotContain("s3cret");
            }
        }
    }

    @Test
    void a_failure_after_the_first_byte_breaks_the_answer_off() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        OperationHandler failing = request -> IntStream.range(0, 5)
                .mapToObj(i -> {
                    if (i == 2) {
                        throw new IllegalStateException("no more");
                    }
                    return reading(i);
                })
                .onClose(() -> closed.set(true));
        try (WritServer server = writ("lines", failing).start();
                Raw raw = new Raw(server, "GET /lines HTTP/1.1")) {
            assertThat(raw.rest())
                    .contains("\"value\":1")
                    .doesNotContain("\r\n0\r\n")
                    .doesNotContain("no more");
            assertThat(closed).isTrue();
        }
    }

    @Test
    void a_publisher_that_fails_emits_too_much_or_throws_ends_the_answer_and_nothing_else() throws Exception {
        List<Flow.Publisher<Object>> publishers = List.of(
                subscriber -> {
                    throw new IllegalStateException("not today");
                },
                subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        throw new IllegalStateException("not now");
                    }

                    @Override
                    public void cancel() {
                        // Nothing to do.
                    }
                }),
                subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        for (int i = 0; i < 100_000; i++) {
                            subscriber.onNext(reading(i));
                        }
                    }

                    @Override
                    public void cancel() {
                        // It does not listen.
                    }
                }));
        List<String> statuses = List.of("HTTP/1.1 500", "HTTP/1.1 500", "HTTP/1.1 200");
        for (int i = 0; i < publishers.size(); i++) {
            Flow.Publisher<Object> publisher = publishers.get(i);
            try (WritServer server = writ("lines", request -> publisher)
                            .on("plain", request -> "well")
                            .start();
                    Raw raw = new Raw(server, "GET /lines HTTP/1.1", "Connection: close")) {
                assertThat(raw.rest()).startsWith(statuses.get(i)).doesNotContain("\r\n0\r\n");
                assertThat(get(server, "plain").body()).isEqualTo("well");
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
            assertThat(source.pulled).hasValue(0);
            assertThat(source.closed).isTrue();
        }
    }

    @Test
    void http_1_0_gets_the_items_without_chunks() throws Exception {
        try (WritServer server = writ("lines", request -> IntStream.range(0, 3).mapToObj(StreamedAnswersTest::reading))
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
    void a_stop_ends_events_at_once_and_lets_lines_come_to_their_end() throws Exception {
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        WritServer server = writ("events", request -> publisher)
                .on(
                        "lines",
                        request -> IntStream.range(0, 4).mapToObj(i -> {
                            if (i == 2) {
                                half.countDown();
                                awaited(mayGo);
                            }
                            return reading(i);
                        }))
                .shutdownGrace(LONG)
                .start();
        try (Raw events = new Raw(server, "GET /events HTTP/1.1");
                Raw lines = new Raw(server, "GET /lines HTTP/1.1")) {
            events.await("text/event-stream");
            assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(server::close, task -> new Thread(task).start());
            assertThat(events.rest()).endsWith("0\r\n\r\n");
            await().atMost(LONG).until(() -> !publisher.hasSubscribers());
            assertThat(stopped).isNotDone();
            mayGo.countDown();
            assertThat(lines.rest()).contains("\"value\":3").endsWith("0\r\n\r\n");
            stopped.get(20, TimeUnit.SECONDS);
        } finally {
            publisher.close();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_stream_that_does_not_end_within_the_grace_is_broken_off_and_closed() throws Exception {
        Source source = new Source();
        WritServer server = writ("lines", request -> source.endless("n".repeat(10_000)))
                .shutdownGrace(Duration.ofMillis(300))
                .start();
        try (Raw raw = new Raw(server, "GET /lines HTTP/1.1")) {
            raw.await("200");
            long begin = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            await().atMost(LONG).untilTrue(source.closed);
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
            CompletableFuture<HttpResponse<String>> response = client.sendAsync(
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

    @Test
    void one_request_after_another_gets_its_stream_however_soon_it_ends() throws Exception {
        try (WritServer server = writ("lines", request -> Stream.of(reading(1))).start()) {
            for (int i = 0; i < 300; i++) {
                assertThat(get(server, "lines").body()).contains("\"value\":1");
            }
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
    void events_that_the_contract_describes_as_a_whole_are_checked_as_a_whole() throws Exception {
        List<Object> events = List.of(
                ServerSentEvent.of(Map.of("name", "a", "value", 1, "secret", "s3cret"))
                        .withEvent("reading"),
                ServerSentEvent.of("{\"name\": \"b\", \"value\": 2, \"secret\": \"s3cret\"}")
                        .withEvent("alarm"),
                ServerSentEvent.ofComment("still\nhere"),
                Map.of("data", "{\"name\": \"c\", \"value\": 3}", "retry", 100));
        try (WritServer server = writ("typedEvents", request -> events.stream())
                .responseChecks(ResponseChecks.ENFORCE)
                .start()) {
            assertThat(get(server, "typed-events").body())
                    .doesNotContain("s3cret")
                    .contains("event: reading\ndata: {", "event: alarm\ndata: {", ": still\n: here\n\n")
                    .contains("retry: 100\ndata: {\"name\": \"c\", \"value\": 3}\n\n");
        }
        for (Object wrong : List.of(
                ServerSentEvent.of(reading(1)).withEvent("other"),
                ServerSentEvent.of("no JSON"),
                ServerSentEvent.of(Map.of("name", 1, "value", 1)),
                Map.of("event", "reading"))) {
            try (WritServer server = writ("typedEvents", request -> Stream.of(wrong))
                            .responseChecks(ResponseChecks.ENFORCE)
                            .start();
                    Raw raw = new Raw(server, "GET /typed-events HTTP/1.1", "Connection: close")) {
                assertThat(raw.rest())
                        .startsWith("HTTP/1.1 500")
                        .contains("application/problem+json")
                        .doesNotContain("data:");
            }
        }
    }
}
