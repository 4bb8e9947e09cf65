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
     * @param replace whether the tasks that are there are deleted in the same step
     * @param progress is told, after each task, how many are checked, and then again how many are added
     * @throws IOException if the file cannot be read
     * @throws dev.writ.service.database.DatabaseUnavailableException if the tasks cannot be reached
     */
    public LoadOutcome load(Path file, boolean replace, LongConsumer progress) throws IOException {
        try {
            long lastId;
            try (TaskFile checked = new TaskFile(file, lines)) {
                check(checked, progress);
                if (!checked.faults().isEmpty()) {
                    return new LoadOutcome.Rejected(checked.faults());
                }
                lastId = checked.lastId();
            }
            try (TaskFile added = new TaskFile(file, lines)) {
                Checked tasks = new Checked(added, progress);
                List<Long> taken = archive.load(tasks, lastId, replace);
                return taken.isEmpty()
                        ? new LoadOutcome.Loaded(tasks.count)
                        : new LoadOutcome.Rejected(taken.stream()
                                .map(id -> "there is a task " + id + " already")
                                .toList());
            }
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

    /** The tasks of a file that was checked before; one that has faults now is another file, and ends the transaction. */
    private static final class Checked implements Iterator<TaskEntry> {
        private final TaskFile file;
        private final LongConsumer progress;
        private long count;

        Checked(TaskFile file, LongConsumer progress) {
            this.file = file;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            boolean more = file.hasNext();
            if (!more && !file.faults().isEmpty()) {
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
