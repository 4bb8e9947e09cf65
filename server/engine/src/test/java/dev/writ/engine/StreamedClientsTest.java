package dev.writ.engine;

import static dev.writ.engine.StreamScene.LONG;
import static dev.writ.engine.StreamScene.writ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.StreamScene.Raw;
import dev.writ.engine.StreamScene.Source;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients that are slow, or leave, while an answer is sent item by item. */
class StreamedClientsTest {
    @Test
    void a_slow_client_slows_its_producer_down_and_holds_no_thread() throws Exception {
        Source source = new Source();
        try (WritServer server = writ("lines", request -> source.endless("n".repeat(10_000)))
                        .start();
                Raw slow = new Raw(server, "GET /lines HTTP/1.1")) {
            slow.await("200");
            int[] before = {-1};
            await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> {
                int now = source.pulled().get();
                boolean still = now == before[0];
                before[0] = now;
                return still;
            });
            assertThat(source.pulled().get() * 10_000L).isLessThan(20_000_000);
            String sender =
                    Class.forName("dev.writ.engine.server.StreamedAnswer").getName();
            assertThat(Thread.getAllStackTraces().entrySet())
                    .noneMatch(entry -> entry.getKey().getName().matches("writ-(stream|worker)-\\d+")
                            && List.of(entry.getValue()).toString().contains(sender));
            int stopped = source.pulled().get();
            // Whoever reads again gets more.
            for (int i = 0; i < stopped; i++) {
                slow.await("value");
            }
            await().atMost(LONG).until(() -> source.pulled().get() > stopped);
            slow.leave();
            await().atMost(LONG).untilTrue(source.closed());
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
}
