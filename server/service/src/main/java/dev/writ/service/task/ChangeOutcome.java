package dev.writ.service.task;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of an update or a deletion. */
public sealed interface ChangeOutcome {

    <R> R fold(
            Function<? super TaskEntry, ? extends R> changed,
            Supplier<? extends R> notFound,
            Supplier<? extends R> versionMismatch);

    /** It happened. The entry is the task after an update, or as it last was before its deletion. */
    record Changed(TaskEntry entry) implements ChangeOutcome {
        @Override
        public <R> R fold(
                Function<? super TaskEntry, ? extends R> changed,
                Supplier<? extends R> notFound,
                Supplier<? extends R> versionMismatch) {
            return changed.apply(entry);
        }
    }

    /** There is no such task, whatever the precondition was. */
    record NotFound() implements ChangeOutcome {
        @Override
        public <R> R fold(
                Function<? super TaskEntry, ? extends R> changed,
                Supplier<? extends R> notFound,
                Supplier<? extends R> versionMismatch) {
            return notFound.get();
        }
    }

    /** The task exists, at a version that the precondition does not name; nothing was changed. */
    record VersionMismatch() implements ChangeOutcome {
        @Override
        public <R> R fold(
                Function<? super TaskEntry, ? extends R> changed,
                Supplier<? extends R> notFound,
                Supplier<? extends R> versionMismatch) {
            return versionMismatch.get();
        }
    }
}
