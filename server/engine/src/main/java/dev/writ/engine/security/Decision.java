package dev.writ.engine.security;

import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a request may go on. */
public sealed interface Decision {

    <R> R fold(
            Function<Optional<Principal>, ? extends R> granted,
            Function<List<String>, ? extends R> unauthenticated,
            Function<Duration, ? extends R> throttled,
            Function<Duration, ? extends R> unavailable);

    /** It may; {@code principal} is empty where the contract asks for no credentials and none came. */
    record Granted(Optional<Principal> principal) implements Decision {
        @Override
        public <R> R fold(
                Function<Optional<Principal>, ? extends R> granted,
                Function<List<String>, ? extends R> unauthenticated,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return granted.apply(principal);
        }
    }

    /** Credentials are missing or not valid; {@code challenges} are what {@code WWW-Authenticate} is to say. */
    record Unauthenticated(List<String> challenges) implements Decision {
        @Override
        public <R> R fold(
                Function<Optional<Principal>, ? extends R> granted,
                Function<List<String>, ? extends R> unauthenticated,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return unauthenticated.apply(challenges);
        }
    }

    /** There were too many attempts; the next one is judged after {@code retryAfter}. */
    record Throttled(Duration retryAfter) implements Decision {
        @Override
        public <R> R fold(
                Function<Optional<Principal>, ? extends R> granted,
                Function<List<String>, ? extends R> unauthenticated,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return throttled.apply(retryAfter);
        }
    }

    /** It cannot be told now. */
    record Unavailable(Duration retryAfter) implements Decision {
        @Override
        public <R> R fold(
                Function<Optional<Principal>, ? extends R> granted,
                Function<List<String>, ? extends R> unauthenticated,
                Function<Duration, ? extends R> throttled,
                Function<Duration, ? extends R> unavailable) {
            return unavailable.apply(retryAfter);
        }
    }
}
