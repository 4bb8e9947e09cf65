package dev.writ.service.task;

import dev.writ.engine.schema.SchemaError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A file of tasks, read once from its beginning to its end. Whatever is wrong in it is noted, and reading goes on. */
final class TaskFile implements Iterator<TaskEntry>, AutoCloseable {
    private static final int MAX_FAULTS = 100;

    private final TaskLines format;
    private final BoundedLines lines;
    private final List<String> faults = new ArrayList<>();
    private Optional<TaskArchive.Summary> header = Optional.empty();
    private Optional<TaskEntry> next = Optional.empty();
    private long lastId;
    private long tasks;
    private boolean started;

    TaskFile(Path file, TaskLines format) throws IOException {
        this.format = format;
        this.lines = new BoundedLines(Files.newInputStream(file));
    }

    /** Everything that is wrong, a hundred places at most; known at the end. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    boolean hasHeader() {
        return header.isPresent();
    }

    /** How many tasks were read. */
    long tasks() {
        return tasks;
    }

    /** The highest id that was ever given, as far as the file tells; known at the end. */
    long lastId() {
        return Math.max(lastId, header.map(TaskArchive.Summary::lastId).orElse(0L));
    }

    @Override
    public boolean hasNext() {
        if (!started) {
            started = true;
            advance();
        }
        return next.isPresent();
    }

    @Override
    public TaskEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TaskEntry task = next.orElseThrow();
        advance();
        return task;
    }

    private void advance() {
        next = Optional.empty();
        try {
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && next.isEmpty()) {
                next = read(line.get());
                line = next.isPresent() ? line : lines.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (next.isEmpty()) {
            end();
        }
    }

    private Optional<TaskEntry> read(byte[] line) {
        if (lines.number() == 1) {
            header = format.header(line);
            if (header.isPresent()) {
                return Optional.empty();
            }
        }
        if (line.length > BoundedLines.MAX_BYTES) {
            return fault("is longer than " + BoundedLines.MAX_BYTES + " bytes");
        }
        return format.record(line, this::inOrder, errors -> {
            errors.forEach(error -> fault(text(error)));
            return Optional.empty();
        });
    }

    private Optional<TaskEntry> inOrder(TaskEntry task) {
        tasks++;
        if (task.id() <= lastId) {
            return fault("the id " + task.id() + " does not follow " + lastId + ": ids rise from line to line");
        }
        lastId = task.id();
        return Optional.of(task);
    }

    private void end() {
        if (lines.number() == 0) {
            faults.add("the file is empty: a dump of no tasks has a line that says so");
        }
        header.filter(summary -> faults.isEmpty() && summary.tasks() != tasks)
                .ifPresent(summary -> faults.add("line 1: tells of " + summary.tasks() + " tasks, but " + tasks
                        + " follow: the file is cut short"));
    }

    private Optional<TaskEntry> fault(String text) {
        if (faults.size() < MAX_FAULTS) {
            faults.add("line " + lines.number() + ": " + text);
        }
        return Optional.empty();
    }

    private static String text(SchemaError error) {
        String place = error.schemaLocation().isEmpty() ? "" : " (" + error.schemaLocation() + ")";
        return error.pointer() + " " + error.message() + place;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
