package dev.writ.service.user;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the comparison of a password with the hash of a user. */
sealed interface Comparison {

    <R> R fold(
            Function<? super String, ? extends R> matched,
            Supplier<? extends R> mismatched,
            Supplier<? extends R> notCompared);

    /** It is the user's password; {@code hash} is the user's hash with the parameters of today. */
    record Matched(String hash) implements Comparison {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> matched,
                Supplier<? extends R> mismatched,
                Supplier<? extends R> notCompared) {
            return matched.apply(hash);
        }

        /** Without the hash, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Matched[]";
        }
    }

    /** It is not, or there is no user. */
    record Mismatched() implements Comparison {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> matched,
                Supplier<? extends R> mismatched,
                Supplier<? extends R> notCompared) {
            return mismatched.get();
        }
    }

    /** Its turn did not come. */
    record NotCompared() implements Comparison {
        @Override
        public <R> R fold(
                Function<? super String, ? extends R> matched,
                Supplier<? extends R> mismatched,
                Supplier<? extends R> notCompared) {
            return notCompared.get();
        }
    }
}
