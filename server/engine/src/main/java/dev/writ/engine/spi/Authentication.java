package dev.writ.engine.spi;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an {@link Authenticator} says of credentials. */
public sealed interface Authentication {

    <R> R fold(
            Function<Principal, ? extends R> accepted,
            Supplier<? extends R> refused,
            Function<Duration, ? extends R> throttled,
            Function<Duration, ? extends R> unavailable);

    /** The credentials are valid and belong to {@code principal}. */
    record Accepted(Principal principal) implements Authentication {
        @Override
        public <R> R fold(
                Function<Principal, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return accepted.apply(principal);
        }
    }

    /** The credentials are not valid. */
    record Refused() implements Authentication {
        @Override
        public <R> R fold(
                Function<Principal, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return refused.get();
        }
    }

    /** There were too many attempts; the next one is judged after {@code retryAfter}. */
    record Throttled(Duration retryAfter) implements Authentication {
        @Override
        public <R> R fold(
                Function<Principal, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return throttled.apply(retryAfter);
        }
    }

    /** It cannot be told now; worth another try after {@code retryAfter}. */
    record Unavailable(Duration retryAfter) implements Authentication {
        @Override
        public <R> R fold(
                Function<Principal, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return unavailable.apply(retryAfter);
        }
    }
}
