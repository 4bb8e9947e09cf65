package dev.writ.service.user;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the check of a name and a password. */
public sealed interface PasswordOutcome {

    <R> R fold(
            Function<? super String, ? extends R> verified,
            Supplier<? extends R> refused,
            Function<? super Duration, ? extends R> throttled,
            Supplier<? extends R> busy);

    /** The password is that of the user of this name. */
    record Verified(String name) implements PasswordOutcome {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> verified,
                Supplier<? extends R> refused,
                Function<? super Duration, ? extends R> throttled,
                Supplier<? extends R> busy) {
            return verified.apply(name);
        }
    }

    /** There is no such user, or not for now, or that is not the password; which of them is nobody's business. */
    record Refused() implements PasswordOutcome {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> verified,
                Supplier<? extends R> refused,
                Function<? super Duration, ? extends R> throttled,
                Supplier<? extends R> busy) {
            return refused.get();
        }
    }

    /** Not known: there were too many attempts of late. One is judged again after {@code retryAfter}. */
    record Throttled(Duration retryAfter) implements PasswordOutcome {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> verified,
                Supplier<? extends R> refused,
                Function<? super Duration, ? extends R> throttled,
                Supplier<? extends R> busy) {
            return throttled.apply(retryAfter);
        }
    }

    /** Not known: too many checks were waiting. Trying again after a second is reasonable. */
    record Busy() implements PasswordOutcome {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> verified,
                Supplier<? extends R> refused,
                Function<? super Duration, ? extends R> throttled,
                Supplier<? extends R> busy) {
            return busy.get();
        }
    }
}
