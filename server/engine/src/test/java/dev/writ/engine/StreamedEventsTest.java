package dev.writ.engine;

import static dev.writ.engine.StreamScene.CLIENT;
import static dev.writ.engine.StreamScene.LONG;
import static dev.writ.engine.StreamScene.get;
import static dev.writ.engine.StreamScene.reading;
import static dev.writ.engine.StreamScene.writ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.api.ServerSentEvent;
import dev.writ.engine.StreamScene.Raw;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.core.StreamSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers that are server-sent events, over a port. */
class StreamedEventsTest {
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
            CompletableFuture<HttpResponse<String>> response = CLIENT.sendAsync(
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
