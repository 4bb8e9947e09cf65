package dev.writ.engine.rate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one limit, by key. Of each only the time is kept at which it will be full again (the theoretical arrival time
 * of the generic cell rate algorithm, ITU-T I.371, annex A): one that is full need not be kept.
 *
 * <p>There is room for {@link #SETS} times {@link #WAYS}; a key belongs to one of the sets. Where that is full, the bucket that
 * is nearest to full makes room. So whoever brings many keys drives out its own, and has to empty {@link #WAYS} buckets for
 * each empty one of somebody else's. Thread-safe.
 */
final class Buckets {
    static final int SETS = 8192;
    static final int WAYS = 8;

    private final long interval;
    private final long tolerance;
    /** Makes it hard to choose keys that meet in one set. */
    private final int seed;

    private final AtomicReferenceArray<@Nullable Ways> sets = new AtomicReferenceArray<>(SETS);

    Buckets(RateLimit limit, int seed) {
        this.interval = limit.interval();
        this.tolerance = interval * (limit.requests() - 1L);
        this.seed = seed;
    }

    /** Takes one request out of a bucket; if it is empty, tells after how many nanoseconds there will be one, else 0. */
    long take(String key, long now) {
        return ways(key).take(key, now, interval, tolerance);
    }

    /** Puts back what {@link #take} has taken. */
    void giveBack(String key) {
        ways(key).giveBack(key, interval);
    }

    private Ways ways(String key) {
        int hash = (key.hashCode() ^ seed) * 0x9E3779B9;
        int index = hash >>> 19;
        Ways known = sets.get(index);
        if (known != null) {
            return known;
        }
        Ways made = new Ways();
        Ways first = sets.compareAndExchange(index, null, made);
        return first == null ? made : first;
    }

    private static final class Ways {
        private final @Nullable String[] keys = new String[WAYS];
        private final long[] full = new long[WAYS];

        synchronized long take(String key, long now, long interval, long tolerance) {
            int way = way(key, now);
            long ahead = full[way] - now;
            if (ahead > tolerance) {
                return ahead - tolerance;
            }
            full[way] += interval;
            return 0;
        }

        /** That of the key, which gets one if it had none: the next to be full, which it is from now on. */
        private int way(String key, long now) {
            int fullest = 0;
            for (int i = 0; i < WAYS; i++) {
                if (key.equals(keys[i])) {
                    full[i] = Math.max(full[i] - now, 0) + now;
                    return i;
                }
                if (keys[i] == null || (keys[fullest] != null && full[i] - full[fullest] < 0)) {
                    fullest = i;
                }
            }
            keys[fullest] = key;
            full[fullest] = now;
            return fullest;
        }

        synchronized void giveBack(String key, long interval) {
            for (int i = 0; i < WAYS; i++) {
                if (key.equals(keys[i])) {
                    full[i] -= interval;
                }
            }
        }
    }
}
