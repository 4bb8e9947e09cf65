package dev.writ.engine.rate;

import java.util.Optional;

/** The requests that one limit has seen; principals and addresses apart, for a name may look like an address. Thread-safe. */
final class Counter {
    private final RateLimit limit;
    private final Buckets principals;
    private final Buckets addresses;

    Counter(RateLimit limit, int seed) {
        this.limit = limit;
        this.principals = new Buckets(limit, seed);
        this.addresses = new Buckets(limit, seed);
    }

    RateLimit limit() {
        return limit;
    }

    /** 0, or the nanoseconds until there may be one more. */
    long take(Optional<String> principal, String network, long now) {
        return bucketsOf(principal).take(principal.orElse(network), now);
    }

    void giveBack(Optional<String> principal, String network) {
        bucketsOf(principal).giveBack(principal.orElse(network));
    }

    private Buckets bucketsOf(Optional<String> principal) {
        return principal.isPresent() ? principals : addresses;
    }
}
