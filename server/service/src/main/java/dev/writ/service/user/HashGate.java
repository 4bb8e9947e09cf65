package dev.writ.service.user;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many hashes run at once and no more: each takes a core and 19 MiB. The others wait their turn, first come
 * first served, for a limited time.
 */
final class HashGate {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Semaphore permits;
    private final Duration longestWait;

    HashGate(int concurrent, Duration longestWait) {
        this.permits = new Semaphore(concurrent, true);
        this.longestWait = longestWait;
    }

    /** One for each core. */
    static HashGate perCore() {
        return new HashGate(Runtime.getRuntime().availableProcessors(), LONGEST_WAIT);
    }

    /** What {@code work} gives, or {@code otherwise} if its turn did not come in time. */
    <T> T pass(Supplier<? extends T> work, T otherwise) {
        try {
            if (!permits.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    int waiting() {
        return permits.getQueueLength();
    }
}
