package dev.writ.service.user;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many hashes run at once and no more: each takes a core and 19 MiB. A limited number of others wait their turn,
 * first come first served, for a limited time.
 */
final class HashGate {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 64;

    private final Semaphore places;
    private final Semaphore permits;
    private final Duration longestWait;

    HashGate(int concurrent, int mostWaiting, Duration longestWait) {
        this.places = new Semaphore(concurrent + mostWaiting);
        this.permits = new Semaphore(concurrent, true);
        this.longestWait = longestWait;
    }

    /** One for each core. */
    static HashGate perCore() {
        return new HashGate(Runtime.getRuntime().availableProcessors(), MOST_WAITING, LONGEST_WAIT);
    }

    /** What {@code work} gives, or {@code otherwise} if its turn did not come in time or too many wait already. */
    <T> T pass(Supplier<? extends T> work, T otherwise) {
        if (!places.tryAcquire()) {
            return otherwise;
        }
        try {
            return inTurn(work, otherwise);
        } finally {
            places.release();
        }
    }

    int waiting() {
        return permits.getQueueLength();
    }

    private <T> T inTurn(Supplier<? extends T> work, T otherwise) {
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
}
