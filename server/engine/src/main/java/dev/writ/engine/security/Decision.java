package dev.writ.engine.security;

import dev.writ.engine.spi.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a request may go on. */
public sealed interface Decision {

    <R> R fold(Cases<R> cases);

    /** What to do in each case. */
    interface Cases<R> {
        R granted(Optional<Principal> principal);

        R unauthenticated(List<String> challenges);

        R forbidden(List<String> challenges);

        R throttled(Duration retryAfter);

        R unavailable(Duration retryAfter);
    }

    /** It may; {@code principal} is empty where the contract asks for no credentials and none came. */
    record Granted(Optional<Principal> principal) implements Decision {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.granted(principal);
        }
    }

    /** Credentials are missing or not valid; {@code challenges} are what {@code WWW-Authenticate} is to say. */
    record Unauthenticated(List<String> challenges) implements Decision {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unauthenticated(challenges);
        }
    }

    /** The credentials are valid and lack scopes; {@code challenges} are what {@code WWW-Authenticate} is to say, if anything. */
    record Forbidden(List<String> challenges) implements Decision {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.forbidden(challenges);
        }
    }

    /** There were too many attempts; the next one is judged after {@code retryAfter}. */
    record Throttled(Duration retryAfter) implements Decision {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.throttled(retryAfter);
        }
    }

    /** It cannot be told now. */
    record Unavailable(Duration retryAfter) implements Decision {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unavailable(retryAfter);
        }
    }
}
