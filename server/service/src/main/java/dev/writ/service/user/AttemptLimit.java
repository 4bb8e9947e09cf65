package dev.writ.service.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The times of the attempts under each key, and how many there may be: at most 20 in any span of a minute. Keeps 50,000
 * keys, more than 30 cores can compute hashes for in that time; beyond that, those that are seldom seen are forgotten
 * first. Times are nanoseconds of the ticker. Not thread-safe.
 */
final class AttemptLimit {

    static final int ATTEMPTS = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int CAPACITY = 50_000;

    private final Cache<String, Deque<Long>> attempts;

    AttemptLimit(Ticker ticker) {
        this.attempts = Caffeine.newBuilder()
                .expireAfterAccess(WINDOW)
                .maximumSize(CAPACITY)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** How many nanoseconds it is from {@code now} until there may be an attempt; 0 if there may be one. */
    long delay(String key, long now) {
        Deque<Long> times = attempts.getIfPresent(key);
        if (times == null) {
            return 0;
        }
        times.removeIf(time -> now - time >= WINDOW.toNanos());
        return times.size() < ATTEMPTS ? 0 : times.element() + WINDOW.toNanos() - now;
    }

    void add(String key, long time) {
        attempts.get(key, unknown -> new ArrayDeque<>(1)).addLast(time);
    }

    /** As if the attempt at this time had not been. */
    void remove(String key, long time) {
        Deque<Long> times = attempts.getIfPresent(key);
        if (times != null) {
            times.remove(time);
        }
    }

    /** How many keys are kept. */
    long size() {
        attempts.cleanUp();
        return attempts.estimatedSize();
    }
}
