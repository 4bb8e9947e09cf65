package dev.writ.service.task;

import dev.writ.engine.model.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads tasks from lines of JSON, as {@link TaskDump} writes them: all of them, or none. A file without the first line that
 * tells their number is taken as well. Thread-safe.
 */
public final class TaskLoad {
    private final TaskArchive archive;
    private final TaskLines lines;

    public TaskLoad(TaskArchive archive, Contract contract) {
        this.archive = archive;
        this.lines = new TaskLines(contract);
    }

    /**
     * Checks the whole file against the contract, then adds its tasks in one step.
     *
     * @param file a regular file: it is read twice
     * @param replace whether the tasks that are there are deleted in the same step
     * @param progress is told, after each task, how many are checked, and then again how many are added
     * @throws IOException if the file cannot be read
     * @throws dev.writ.service.database.DatabaseUnavailableException if the tasks cannot be reached
     */
    public LoadOutcome load(Path file, boolean replace, LongConsumer progress) throws IOException {
        try (TaskFile checked = new TaskFile(file, lines);
                TaskFile added = new TaskFile(file, lines)) {
            check(checked, progress);
            if (!checked.faults().isEmpty()) {
                return new LoadOutcome.Rejected(checked.faults());
            }
            if (replace && !checked.hasHeader()) {
                return new LoadOutcome.Rejected(
                        List.of("line 1: does not tell how many tasks follow, which a file that replaces others must"));
            }
            List<Long> taken = archive.load(new Same(checked, added, progress), checked.lastId(), replace);
            return taken.isEmpty()
                    ? new LoadOutcome.Loaded(added.tasks())
                    : new LoadOutcome.Rejected(taken.stream()
                            .map(id -> "there is a task " + id + " already")
                            .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(TaskFile file, LongConsumer progress) {
        for (long count = 1; file.hasNext(); count++) {
            file.next();
            progress.accept(count);
        }
    }

    /** The tasks of a file that was checked before; what is not the same now is another file, and ends the transaction. */
    private static final class Same implements Iterator<TaskEntry> {
        private final TaskFile checked;
        private final TaskFile file;
        private final LongConsumer progress;
        private long count;

        Same(TaskFile checked, TaskFile file, LongConsumer progress) {
            this.checked = checked;
            this.file = file;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            boolean more = file.hasNext();
            boolean same =
                    file.faults().isEmpty() && file.tasks() == checked.tasks() && file.lastId() == checked.lastId();
            if (!more && !same) {
                throw new UncheckedIOException(new IOException("the file has changed since it was checked"));
            }
            return more;
        }

        @Override
        public TaskEntry next() {
            TaskEntry task = file.next();
            count++;
            progress.accept(count);
            return task;
        }
    }
}
