package dev.writ.engine;

import static dev.writ.engine.StreamScene.LONG;
import static dev.writ.engine.StreamScene.reading;
import static dev.writ.engine.StreamScene.writ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.StreamScene.Raw;
import dev.writ.engine.StreamScene.Source;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that stops while it sends answers item by item. */
class StreamedStopsTest {
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
            await().atMost(LONG).untilTrue(source.closed());
        }
    }
}
