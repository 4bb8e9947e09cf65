package dev.writ.service.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptLimitsTest {

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());
    private final AttemptLimits limits = new AttemptLimits(nanos::get);

    @Test
    void twenty_pass_and_the_next_is_told_when_the_first_is_a_minute_old() {
        admitTwenty("ada", "192.0.2.1");
        pass(Duration.ofSeconds(20));

        assertThat(admit("ada", "192.0.2.1")).contains(Duration.ofSeconds(40));
    }

    @Test
    void an_account_is_limited_wherever_the_attempts_come_from() {
        for (int i = 1; i <= AttemptLimit.ATTEMPTS; i++) {
            assertThat(admit("ada", "192.0.2." + i)).isEmpty();
        }

        assertThat(admit("ada", "198.51.100.1")).contains(Duration.ofMinutes(1));
        assertThat(admit("bob", "198.51.100.1")).isEmpty();
    }

    @Test
    void a_client_is_limited_whatever_the_account() {
        for (int i = 1; i <= AttemptLimit.ATTEMPTS; i++) {
            assertThat(admit("user" + i, "192.0.2.1")).isEmpty();
        }

        assertThat(admit("ada", "192.0.2.1")).contains(Duration.ofMinutes(1));
        assertThat(admit("ada", "192.0.2.2")).isEmpty();
    }

    @Test
    void where_both_limits_are_reached_the_longer_time_counts() {
        admitTwenty("ada", "192.0.2.1");
        pass(Duration.ofSeconds(10));
        admitTwenty("bob", "192.0.2.2");

        assertThat(admit("ada", "192.0.2.2")).contains(Duration.ofSeconds(60));
        assertThat(admit("bob", "192.0.2.1")).contains(Duration.ofSeconds(60));
    }

    @Test
    void the_window_slides_and_frees_one_place_for_each_attempt_that_is_a_minute_old() {
        for (int i = 0; i < AttemptLimit.ATTEMPTS; i++) {
            assertThat(admit("ada", "192.0.2.1")).isEmpty();
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofSeconds(40).minusNanos(1));
        assertThat(admit("ada", "192.0.2.1")).contains(Duration.ofMillis(1));

        for (int i = 0; i < 5; i++) {
            pass(Duration.ofNanos(1));
            assertThat(admit("ada", "192.0.2.1")).isEmpty();
            assertThat(admit("ada", "192.0.2.1")).contains(Duration.ofSeconds(1));
            pass(Duration.ofSeconds(1).minusNanos(1));
        }
    }

    @Test
    void attempts_that_are_not_admitted_do_not_prolong_the_wait() {
        admitTwenty("ada", "192.0.2.1");
        for (int i = 0; i < 100; i++) {
            admit("ada", "192.0.2.1");
            admit("bob", "192.0.2.1");
            admit("ada", "192.0.2.2");
        }
        pass(Duration.ofMinutes(1));

        admitTwenty("ada", "192.0.2.1");
        admitTwenty("bob", "192.0.2.2");
    }

    @Test
    void an_attempt_given_back_was_none() {
        admitTwenty("ada", "192.0.2.1");
        limits.giveBack("ada", "192.0.2.1", nanos.get());

        assertThat(admit("ada", "192.0.2.1")).isEmpty();
        assertThat(admit("ada", "192.0.2.1")).isPresent();
    }

    @Test
    void at_any_pace_no_minute_has_more_than_twenty_and_the_time_told_is_the_shortest_that_helps() {
        Random random = new Random(20);
        Deque<Long> admitted = new ArrayDeque<>();
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            pass(Duration.ofMillis(random.nextInt(random.nextInt(10) == 0 ? 30_000 : 2_000)));
            admitted.removeIf(time -> nanos.get() - time >= AttemptLimit.WINDOW.toNanos());
            Optional<Duration> delay = admit("ada", "192.0.2.1");
            if (admitted.size() < AttemptLimit.ATTEMPTS) {
                assertThat(delay).isEmpty();
                admitted.add(nanos.get());
            } else {
                refused++;
                long untilFirstIsOld = admitted.element() + AttemptLimit.WINDOW.toNanos() - nanos.get();
                assertThat(delay).contains(Duration.ofNanos(untilFirstIsOld));
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void many_threads_together_get_twenty() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<Duration>>> attempts = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                String client = "192.0.2." + i % 100;
                attempts.add(clients.submit(() -> admit("ada", client)));
            }
            int admitted = 0;
            for (Future<Optional<Duration>> attempt : attempts) {
                admitted += attempt.get().isEmpty() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(AttemptLimit.ATTEMPTS);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void memory_is_bounded_and_who_is_limited_stays_so_while_others_come_and_go() {
        AttemptLimit limit = new AttemptLimit(nanos::get);
        for (int i = 0; i < AttemptLimit.ATTEMPTS; i++) {
            limit.add("ada", nanos.get());
        }
        for (int i = 0; i < 2 * AttemptLimit.CAPACITY; i++) {
            limit.add("user" + i, nanos.get());
            assertThat(limit.delay("ada", nanos.get())).isPositive();
        }

        assertThat(limit.size()).isLessThanOrEqualTo(AttemptLimit.CAPACITY);
        pass(AttemptLimit.WINDOW);
        assertThat(limit.size()).isZero();
    }

    private Optional<Duration> admit(String account, String client) {
        return limits.admit(account, client, nanos.get());
    }

    private void admitTwenty(String account, String client) {
        for (int i = 0; i < AttemptLimit.ATTEMPTS; i++) {
            assertThat(admit(account, client)).isEmpty();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
