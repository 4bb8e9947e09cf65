package dev.writ.engine.rate;

import java.time.Duration;

/**
 * How many requests one client may make: so many at once, and as many again evenly over each period (a token bucket).
 *
 * @param operation an operationId, or {@link #ALL}
 * @param requests from 1 to {@link #MOST}
 * @param period from a millisecond to a day
 */
public record RateLimit(String operation, int requests, Duration period, Per per) {
    /** In the place of an operationId: all operations of the contract together. */
    public static final String ALL = "*";

    static final int MOST = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Whose requests are counted together. */
    public enum Per {
        /** The principal's, wherever from; while nobody is authenticated, those of the address. */
        PRINCIPAL,
        /** Those of an address (of IPv6, a /64), whoever it is: before credentials are looked at. */
        ADDRESS
    }

    /** @throws IllegalArgumentException if it has no operation, or is out of bounds */
    public RateLimit {
        if (operation.isBlank()) {
            throw new IllegalArgumentException("a rate limit is of an operation, or of " + ALL);
        }
        if (requests < 1 || requests > MOST) {
            throw new IllegalArgumentException("a rate limit has 1 to " + MOST + " requests, not " + requests);
        }
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a rate limit has a period from 1 ms to 1 d, not " + period);
        }
    }

    boolean covers(String operationId) {
        return operation.equals(ALL) || operation.equals(operationId);
    }

    /** The nanoseconds in which one request is given back. */
    long interval() {
        return period.toNanos() / requests;
    }
}
