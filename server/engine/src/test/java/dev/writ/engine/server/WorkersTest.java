package dev.writ.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets in, by a clock that goes when it is told. */
@Timeout(60)
class WorkersTest {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AtomicLong clock = new AtomicLong();
    private final Workers workers = new Workers(1, 100, LONGEST, clock::get);
    private final CountDownLatch mayGo = new CountDownLatch(1);

    @AfterEach
    void stop() {
        mayGo.countDown();
        workers.stop();
    }

    /** Tasks that take so long each, one after another. */
    private void run(int tasks, Duration each) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            workers.execute(
                    () -> {
                        clock.addAndGet(each.toNanos());
                        done.countDown();
                    },
                    done::countDown);
            // One at a time: the clock is theirs.
            awaitIdle();
        }
        assertThat(done.getCount()).isZero();
    }

    private void awaitIdle() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        workers.execute(idle::countDown, idle::countDown);
        assertThat(idle.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void hold() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        workers.execute(
                () -> {
                    held.countDown();
                    try {
                        mayGo.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                () -> fail("it need not wait"));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** How many get in, behind one another. */
    private int admitted() {
        int admitted = 0;
        while (workers.enter()) {
            workers.execute(() -> {}, () -> {});
            admitted++;
        }
        return admitted;
    }

    @Test
    void as_many_as_there_are_places_where_tasks_are_quick() throws InterruptedException {
        run(100, Duration.ofMillis(1));
        hold();
        assertThat(admitted()).isEqualTo(101);
    }

    @Test
    void as_many_as_will_have_a_thread_in_time_where_tasks_are_slow() throws InterruptedException {
        // Half of them take no time at all.
        run(500, Duration.ofMillis(200));
        hold();
        assertThat(admitted()).isBetween(7, 14);
    }

    @Test
    void who_is_first_always_and_so_what_was_slow_once_is_forgotten() throws InterruptedException {
        run(100, Duration.ofMinutes(1));
        assertThat(workers.enter()).isTrue();
        workers.leave();
        run(600, Duration.ZERO);
        hold();
        assertThat(admitted()).isEqualTo(101);
    }

    @Test
    void who_has_waited_much_too_long_is_sent_away_and_who_has_not_is_served() throws InterruptedException {
        AtomicInteger served = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        hold();
        workers.execute(served::incrementAndGet, late::incrementAndGet);
        clock.addAndGet(LONGEST.toNanos() + 1);
        workers.execute(served::incrementAndGet, late::incrementAndGet);
        clock.addAndGet(LONGEST.toNanos());
        mayGo.countDown();
        awaitIdle();
        assertThat(late).hasValue(1);
        assertThat(served).hasValue(1);
    }
}
