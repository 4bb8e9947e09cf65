package dev.writ.engine.rate;

import dev.writ.engine.http.ClientNetwork;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Counts requests by the limits of an application. Nothing waits, and memory is bounded however many clients there are. Thread-safe. */
public final class RateLimiter {
    private final List<Counter> counters;
    private final LongSupplier clock;
    private final Map<String, Limited> operations = new ConcurrentHashMap<>();

    private record Limited(List<Counter> ofAddress, List<Counter> ofPrincipal) {}

    /**
     * A limit that a request was beyond.
     *
     * @param retryAfter until it may be made
     */
    public record Exceeded(RateLimit limit, Duration retryAfter) {}

    public RateLimiter(RateLimits limits) {
        int seed = new SecureRandom().nextInt();
        this.counters =
                limits.all().stream().map(limit -> new Counter(limit, seed)).toList();
        this.clock = limits.clock();
    }

    /** Whether there is anything to be asked of {@link #byAddress}. */
    public boolean limitsAddresses(String operationId) {
        return !counters.isEmpty() && !of(operationId).ofAddress.isEmpty();
    }

    /** Counts a request by limits per address, unless it is beyond one of them. */
    public Optional<Exceeded> byAddress(String operationId, String address) {
        return counters.isEmpty() ? Optional.empty() : count(of(operationId).ofAddress, Optional.empty(), address);
    }

    /**
     * Counts a request by limits per principal, unless it is beyond one of them.
     *
     * @param principal empty if nobody was authenticated
     */
    public Optional<Exceeded> byPrincipal(String operationId, Optional<String> principal, String address) {
        return counters.isEmpty() ? Optional.empty() : count(of(operationId).ofPrincipal, principal, address);
    }

    private Limited of(String operationId) {
        return operations.computeIfAbsent(
                operationId,
                id -> new Limited(covering(id, RateLimit.Per.ADDRESS), covering(id, RateLimit.Per.PRINCIPAL)));
    }

    private List<Counter> covering(String operationId, RateLimit.Per per) {
        return counters.stream()
                .filter(counter ->
                        counter.limit().covers(operationId) && counter.limit().per() == per)
                .toList();
    }

    private Optional<Exceeded> count(List<Counter> limits, Optional<String> principal, String address) {
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String network = ClientNetwork.of(address);
        long now = clock.getAsLong();
        for (int i = 0; i < limits.size(); i++) {
            long delay = limits.get(i).take(principal, network, now);
            if (delay > 0) {
                // What is refused costs nothing of the other limits.
                limits.subList(0, i).forEach(counter -> counter.giveBack(principal, network));
                return Optional.of(new Exceeded(limits.get(i).limit(), Duration.ofNanos(delay)));
            }
        }
        return Optional.empty();
    }
}
