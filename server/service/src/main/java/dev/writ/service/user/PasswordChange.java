package dev.writ.service.user;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the wish to change a password. */
public sealed interface PasswordChange {

    <R> R fold(
            Supplier<? extends R> changed,
            Supplier<? extends R> noSuchUser,
            Function<? super String, ? extends R> passwordNotAllowed);

    /** The new password is the only one. */
    record Changed() implements PasswordChange {
        @Override
        public <R> R fold(
                Supplier<? extends R> changed,
                Supplier<? extends R> noSuchUser,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return changed.get();
        }
    }

    /** There is no user of this name. */
    record NoSuchUser() implements PasswordChange {
        @Override
        public <R> R fold(
                Supplier<? extends R> changed,
                Supplier<? extends R> noSuchUser,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return noSuchUser.get();
        }
    }

    /** This cannot be a new password; the reason is for people: "must not be empty". */
    record PasswordNotAllowed(String reason) implements PasswordChange {
        @Override
        public <R> R fold(
                Supplier<? extends R> changed,
                Supplier<? extends R> noSuchUser,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return passwordNotAllowed.apply(reason);
        }
    }
}
