package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void who_asks_meanwhile_gets_the_same() throws Exception {
        FutureTask<Integer> first = ask("a", this::held);
        await().until(() -> calls.get() == 1);
        FutureTask<Integer> second = ask("a", () -> -1);
        assertThat(flights.join("b", () -> 7)).isEqualTo(7);
        end.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(1);
    }

    @Test
    void who_asks_later_has_it_done_again() {
        flights.join("a", calls::incrementAndGet);

        assertThat(flights.join("a", calls::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void a_failure_is_everybodys_and_the_next_may_succeed() throws Exception {
        FutureTask<Integer> first = ask("a", () -> {
            held();
            throw new IllegalStateException("broken");
        });
        await().until(() -> calls.get() == 1);
        FutureTask<Integer> second = ask("a", () -> -1);
        end.countDown();

        for (FutureTask<Integer> asked : List.of(first, second)) {
            assertThatThrownBy(asked::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
        assertThat(flights.join("a", () -> 1)).isEqualTo(1);
    }

    /** Asks from another thread, and returns when that waits or is done. */
    private FutureTask<Integer> ask(String key, Supplier<Integer> work) {
        FutureTask<Integer> asked = new FutureTask<>(() -> flights.join(key, work));
        Thread thread = new Thread(asked);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING || asked.isDone());
        return asked;
    }

    private int held() {
        int call = calls.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return call;
    }
}
