package dev.writ.engine;

import static dev.writ.engine.StreamScene.LONG;
import static dev.writ.engine.StreamScene.get;
import static dev.writ.engine.StreamScene.reading;
import static dev.writ.engine.StreamScene.writ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.StreamScene.Raw;
import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.handler.OperationHandler;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are sent item by item and cannot go on. */
class StreamedFailuresTest {
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
}
