package dev.writ.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.rate.RateLimiter.Exceeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted, by a clock that goes when it is told. */
class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String ADDRESS = "192.0.2.1";

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // it may overflow on the way

    private RateLimiter limiter(RateLimits limits) {
        return new RateLimiter(limits.withClock(clock::get));
    }

    private void advance(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static int passing(RateLimiter limiter, String operation, String address, int tries) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += limiter.byAddress(operation, address).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    /** What passes of 100 at once, then of 100 after so many milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "1, 1000, 999, 0", "1, 1000, 1000, 1", "1, 1000, 999999, 1", "5, 1000, 199, 0", "5, 1000, 200, 1",
        "5, 1000, 600, 3", "5, 1000, 1000, 5", "5, 1000, 86400000, 5", "3, 1000, 334, 1", "3, 1000, 1000, 3",
        "10, 60000, 5999, 0", "10, 60000, 6000, 1", "7, 1, 1, 7",
    })
    void so_many_at_once_and_as_many_again_over_the_period(int requests, long period, long pause, int then) {
        RateLimiter limiter = limiter(RateLimits.NONE.withAddress("*", requests, Duration.ofMillis(period)));
        assertThat(passing(limiter, "a", ADDRESS, 100)).isEqualTo(requests);
        advance(pause);
        assertThat(passing(limiter, "a", ADDRESS, 100)).isEqualTo(then);
    }

    @Test
    void who_waits_as_long_as_told_may_go_on_and_not_sooner() {
        RateLimiter limiter = limiter(RateLimits.NONE.withAddress("*", 3, SECOND));
        passing(limiter, "a", ADDRESS, 3);
        advance(100);
        Duration wait =
                limiter.byAddress("a", ADDRESS).map(Exceeded::retryAfter).orElseThrow();
        clock.addAndGet(wait.toNanos() - 1);
        assertThat(limiter.byAddress("a", ADDRESS)).isPresent();
        clock.addAndGet(1);
        assertThat(limiter.byAddress("a", ADDRESS)).isEmpty();
    }

    @Test
    void a_limit_of_all_operations_counts_them_together_and_one_of_an_operation_that_alone() {
        RateLimiter limiter =
                limiter(RateLimits.NONE.withAddress("*", 5, SECOND).withAddress("a", 2, SECOND));
        assertThat(passing(limiter, "a", ADDRESS, 100)).isEqualTo(2);
        assertThat(passing(limiter, "b", ADDRESS, 100))
                .as("what was refused costs nothing of the rest")
                .isEqualTo(3);
    }

    @Test
    void clients_are_counted_apart() {
        RateLimiter limiter = limiter(RateLimits.NONE.withAddress("*", 2, SECOND));
        assertThat(passing(limiter, "a", ADDRESS, 5)).isEqualTo(2);
        assertThat(passing(limiter, "a", "192.0.2.2", 5)).isEqualTo(2);
        assertThat(passing(limiter, "a", "2001:db8::1", 5)).isEqualTo(2);
        assertThat(passing(limiter, "a", "2001:db8::ffff:2", 5))
                .as("of one /64")
                .isZero();
        assertThat(passing(limiter, "a", "2001:db8:0:1::1", 5)).isEqualTo(2);
    }

    @Test
    void principals_are_counted_wherever_they_come_from_and_strangers_by_address() {
        RateLimiter limiter = limiter(RateLimits.NONE.with("*", 2, SECOND));
        Optional<String> rose = Optional.of("rose");
        assertThat(limiter.byPrincipal("a", rose, ADDRESS)).isEmpty();
        assertThat(limiter.byPrincipal("a", rose, "192.0.2.2")).isEmpty();
        assertThat(limiter.byPrincipal("a", rose, "192.0.2.3")).isPresent();
        assertThat(limiter.byPrincipal("a", Optional.empty(), ADDRESS)).isEmpty();
        assertThat(limiter.byPrincipal("a", Optional.of(ADDRESS), ADDRESS))
                .as("a name that looks like an address")
                .isEmpty();
        assertThat(limiter.byPrincipal("a", Optional.empty(), ADDRESS)).isEmpty();
        assertThat(limiter.byPrincipal("a", Optional.empty(), ADDRESS)).isPresent();
        assertThat(limiter.byAddress("a", ADDRESS)).as("that is another limit").isEmpty();
    }

    @Test
    void what_has_no_limit_is_not_counted() {
        RateLimiter limiter = limiter(RateLimits.NONE.withAddress("a", 1, SECOND));
        assertThat(limiter.limitsAddresses("a")).isTrue();
        assertThat(limiter.limitsAddresses("b")).isFalse();
        assertThat(passing(limiter, "b", ADDRESS, 1000)).isEqualTo(1000);
        assertThat(passing(limiter(RateLimits.NONE), "b", ADDRESS, 1000)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_limit_holds_however_many_threads_try_at_once(int round) throws Exception {
        int threads = 8;
        RateLimiter limiter =
                limiter(RateLimits.NONE.withAddress("*", 1000 + round, SECOND).withAddress("a", 500, SECOND));
        CyclicBarrier begin = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String operation = i % 2 == 0 ? "a" : "b";
                all.add(pool.submit(() -> {
                    begin.await(20, TimeUnit.SECONDS);
                    return passing(limiter, operation, ADDRESS, 400);
                }));
            }
            int a = 0;
            int b = 0;
            for (int i = 0; i < threads; i++) {
                int passed = all.get(i).get(20, TimeUnit.SECONDS);
                a += i % 2 == 0 ? passed : 0;
                b += i % 2 == 0 ? 0 : passed;
            }
            assertThat(a).isLessThanOrEqualTo(500);
            assertThat(a + b).isLessThanOrEqualTo(1000 + round);
            assertThat(a + b + passing(limiter, "b", ADDRESS, 2000)).isEqualTo(1000 + round);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_million_addresses_take_no_more_room_and_lift_no_limit_of_who_is_at_it() {
        RateLimiter limiter = limiter(RateLimits.NONE.withAddress("*", 100, Duration.ofHours(1)));
        assertThat(passing(limiter, "a", ADDRESS, 200)).isEqualTo(100);
        for (int i = 0; i < 1_000_000; i++) {
            limiter.byAddress("a", "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
        }
        assertThat(passing(limiter, "a", ADDRESS, 200)).isZero();
        assertThat(passing(limiter, "a", "198.51.100.7", 200))
                .as("who is new has all of it")
                .isEqualTo(100);
    }

    @Test
    void who_drives_out_an_empty_bucket_has_emptied_as_many_of_its_own_as_fit_beside_it() {
        Buckets buckets = new Buckets(new RateLimit("*", 2, Duration.ofHours(1), RateLimit.Per.ADDRESS), 7);
        // Texts with one hash code share a set, whatever the seed is.
        List<String> keys = colliding(Buckets.WAYS + 1);
        for (String key : keys.subList(0, Buckets.WAYS)) {
            assertThat(buckets.take(key, 0)).isZero();
            assertThat(buckets.take(key, 0)).isZero();
            assertThat(buckets.take(key, 0)).isPositive();
        }
        for (String key : keys.subList(0, Buckets.WAYS)) {
            assertThat(buckets.take(key, 0)).isPositive();
        }
        assertThat(buckets.take(keys.get(Buckets.WAYS), 0)).isZero();
        assertThat(keys.subList(0, Buckets.WAYS).stream()
                        .filter(key -> buckets.take(key, 0) > 0)
                        .count())
                .isGreaterThanOrEqualTo(Buckets.WAYS - 1);
    }

    private static List<String> colliding(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; keys.size() < count; i++) {
            String bits = Integer.toBinaryString(16 + i);
            keys.add(bits.replace("0", "Aa").replace("1", "BB"));
        }
        assertThat(keys.stream().map(String::hashCode).distinct()).hasSize(1);
        return keys;
    }
}
