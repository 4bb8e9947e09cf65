package dev.writ.service.task;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What became of a file of tasks. */
public sealed interface LoadOutcome {

    <R> R fold(LongFunction<? extends R> loaded, Function<? super List<String>, ? extends R> rejected);

    /** All of them are there. */
    record Loaded(long tasks) implements LoadOutcome {
        @Override
        public <R> R fold(LongFunction<? extends R> loaded, Function<? super List<String>, ? extends R> rejected) {
            return loaded.apply(tasks);
        }
    }

    /** None of them was loaded; {@code faults} tell why, with their lines: all there are, a hundred at most. */
    record Rejected(List<String> faults) implements LoadOutcome {
        public Rejected {
            faults = List.copyOf(faults);
        }

        @Override
        public <R> R fold(LongFunction<? extends R> loaded, Function<? super List<String>, ? extends R> rejected) {
            return rejected.apply(faults);
        }
    }
}
