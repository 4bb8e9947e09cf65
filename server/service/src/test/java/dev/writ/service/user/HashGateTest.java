package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashGateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop_clients() {
        clients.shutdownNow();
    }

    @Test
    void who_finds_too_many_waiting_is_turned_away_at_once() throws Exception {
        HashGate gate = new HashGate(1, 3, LONG);
        List<Future<Boolean>> admitted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            admitted.add(clients.submit(() -> gate.pass(this::awaitEnd, false)));
        }
        await().until(() -> gate.waiting() == 3);

        assertThat(gate.pass(() -> true, false)).isFalse();

        end.countDown();
        for (Future<Boolean> passed : admitted) {
            assertThat(passed.get()).isTrue();
        }
        assertThat(gate.pass(() -> true, false)).isTrue();
    }

    @Test
    void places_of_those_who_gave_up_or_failed_are_free_again() throws Exception {
        HashGate gate = new HashGate(1, 1, Duration.ofMillis(1));
        Future<Boolean> first = clients.submit(() -> gate.pass(this::awaitEnd, false));
        await().until(() -> !gate.pass(() -> true, false));
        for (int i = 0; i < 3; i++) {
            assertThat(gate.pass(() -> true, false)).isFalse();
        }
        end.countDown();
        assertThat(first.get()).isTrue();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gate.pass(
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            false))
                    .hasMessage("broken");
        }
        assertThat(gate.pass(() -> true, false)).isTrue();
    }

    private boolean awaitEnd() {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
