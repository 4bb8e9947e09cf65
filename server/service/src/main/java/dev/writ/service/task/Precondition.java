package dev.writ.service.task;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which version a task must have for a write to happen. The store decides it in one step with the write. */
public sealed interface Precondition {

    /** Any version will do. */
    static Precondition none() {
        return new None();
    }

    /** One of these; with an empty set, no write can happen. */
    static Precondition versionIn(Set<Long> versions) {
        return new VersionIn(versions);
    }

    <R> R fold(Supplier<? extends R> none, Function<? super Set<Long>, ? extends R> versionIn);

    /** No condition on the version. */
    record None() implements Precondition {
        @Override
        public <R> R fold(Supplier<? extends R> none, Function<? super Set<Long>, ? extends R> versionIn) {
            return none.get();
        }
    }

    /** The version is one of a set. */
    record VersionIn(Set<Long> versions) implements Precondition {
        public VersionIn {
            versions = Set.copyOf(versions);
        }

        @Override
        public <R> R fold(Supplier<? extends R> none, Function<? super Set<Long>, ? extends R> versionIn) {
            return versionIn.apply(versions);
        }
    }
}
