package dev.writ.service.task;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What can be done with the to-do list, whoever asks and wherever it is kept. Thread-safe. */
public final class Tasks {
    private final TaskStore store;

    @Inject
    public Tasks(TaskStore store) {
        this.store = store;
    }

    /**
     * A page of tasks in the order in which they were created.
     *
     * @param done only those in this state; all for {@code null}
     * @param cursor where the page before ended; {@code null} for the first page
     * @return empty if {@code cursor} is none
     */
    Optional<Page> list(@Nullable Boolean done, int limit, @Nullable String cursor) {
        OptionalLong after = cursor == null ? OptionalLong.of(0) : Cursor.parse(cursor);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        TaskPage page = store.page(done, limit, after.getAsLong());
        Optional<String> next = page.hasMore()
                ? Optional.of(Cursor.after(
                        page.entries().get(page.entries().size() - 1).id()))
                : Optional.empty();
        return Optional.of(new Page(page, next));
    }

    Optional<TaskEntry> find(long id) {
        return store.find(id);
    }

    TaskEntry create(String title, String description, boolean done) {
        return store.create(title, description, done);
    }

    ChangeOutcome update(long id, TaskPatch patch, Precondition precondition) {
        return store.update(id, patch, precondition);
    }

    ChangeOutcome delete(long id, Precondition precondition) {
        return store.delete(id, precondition);
    }

    /**
     * A page and the way on.
     *
     * @param next the cursor of the page after; empty on the last one
     */
    record Page(TaskPage tasks, Optional<String> next) {}
}
