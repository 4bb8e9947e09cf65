package dev.writ.engine.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rate limits of an application; a request must be within all that its operation has. Immutable.
 *
 * @param clock nanoseconds, from any origin, which never go back
 */
public record RateLimits(List<RateLimit> all, LongSupplier clock) {
    public static final RateLimits NONE = new RateLimits(List.of(), System::nanoTime);

    /** The form of {@link #parse}, for whoever has to write one. */
    public static final String FORM =
            "OPERATION=N/PERIOD with commas between them, such as *=100/s by address, createTask=10/5m";

    public RateLimits {
        all = List.copyOf(all);
    }

    /** For each principal, or address while nobody is authenticated; {@code operation} may be {@link RateLimit#ALL}. */
    public RateLimits with(String operation, int requests, Duration period) {
        return with(new RateLimit(operation, requests, period, RateLimit.Per.PRINCIPAL));
    }

    /** For each address, and counted before credentials are looked at. */
    public RateLimits withAddress(String operation, int requests, Duration period) {
        return with(new RateLimit(operation, requests, period, RateLimit.Per.ADDRESS));
    }

    public RateLimits with(RateLimit another) {
        return new RateLimits(Stream.concat(all.stream(), Stream.of(another)).toList(), clock);
    }

    /** The same by another clock, for tests. */
    public RateLimits withClock(LongSupplier nanos) {
        return new RateLimits(all, nanos);
    }

    /** The operationIds that have limits of their own. */
    public Set<String> operations() {
        return all.stream()
                .map(RateLimit::operation)
                .filter(name -> !name.equals(RateLimit.ALL))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads them from a text of the form
     *
     * <pre>
     * limits = limit *( "," limit )
     * limit  = ( operationId / "*" ) "=" number "/" [ number ] unit [ "by address" / "by principal" ]
     * unit   = "ms" / "s" / "m" / "h" / "d"
     * </pre>
     *
     * with blanks wherever words meet; {@code by principal} is what holds where nothing is said.
     *
     * @param fault told of each limit that is none, in words that go on after its text
     */
    public static RateLimits parse(String text, Consumer<String> fault) {
        List<RateLimit> limits = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            RateLimitText.parse(one.trim(), fault).ifPresent(limits::add);
        }
        return new RateLimits(limits, NONE.clock);
    }
}
