package dev.writ.service.user;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the wish to add a user. Reasons are for people: "must not be empty". */
public sealed interface UserAddition {

    <R> R fold(
            Supplier<? extends R> added,
            Supplier<? extends R> nameTaken,
            Function<? super String, ? extends R> nameNotAllowed,
            Function<? super String, ? extends R> passwordNotAllowed);

    /** The user is there and may log in. */
    record Added() implements UserAddition {
        @Override
        public <R> R fold(
                Supplier<? extends R> added,
                Supplier<? extends R> nameTaken,
                Function<? super String, ? extends R> nameNotAllowed,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return added.get();
        }
    }

    /** There was a user of this name, who is as before. */
    record NameTaken() implements UserAddition {
        @Override
        public <R> R fold(
                Supplier<? extends R> added,
                Supplier<? extends R> nameTaken,
                Function<? super String, ? extends R> nameNotAllowed,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return nameTaken.get();
        }
    }

    /** Nobody can be called this. */
    record NameNotAllowed(String reason) implements UserAddition {
        @Override
        public <R> R fold(
                Supplier<? extends R> added,
                Supplier<? extends R> nameTaken,
                Function<? super String, ? extends R> nameNotAllowed,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return nameNotAllowed.apply(reason);
        }
    }

    /** This cannot be a new password. */
    record PasswordNotAllowed(String reason) implements UserAddition {
        @Override
        public <R> R fold(
                Supplier<? extends R> added,
                Supplier<? extends R> nameTaken,
                Function<? super String, ? extends R> nameNotAllowed,
                Function<? super String, ? extends R> passwordNotAllowed) {
            return passwordNotAllowed.apply(reason);
        }
    }
}
