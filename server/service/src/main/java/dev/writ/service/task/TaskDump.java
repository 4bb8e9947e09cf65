package dev.writ.service.task;

import dev.writ.engine.model.Contract;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;

/** Writes all tasks as lines of JSON (JSON Lines, UTF-8): first their number, then each of them. Thread-safe. */
public final class TaskDump {
    private final TaskArchive archive;
    private final TaskLines lines;

    public TaskDump(TaskArchive archive, Contract contract) {
        this.archive = archive;
        this.lines = new TaskLines(contract);
    }

    /**
     * Writes the tasks as they are at one moment, and flushes.
     *
     * @param progress is told, after each task, how many are written
     * @return the number of tasks
     * @throws IOException if {@code out} does not take them
     * @throws dev.writ.service.database.DatabaseUnavailableException if the tasks cannot be reached
     */
    public long write(OutputStream out, LongConsumer progress) throws IOException {
        long[] written = {0};
        try {
            archive.dump(summary -> line(out, lines.header(summary)), task -> {
                line(out, lines.record(task));
                written[0]++;
                progress.accept(written[0]);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return written[0];
    }

    private static void line(OutputStream out, byte[] json) {
        try {
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
