package dev.writ.service.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks are kept. Safe for use by many threads and, where the database allows it, processes. What a method that
 * writes has returned is durable. Titles and descriptions are kept as they are; their limits are the contract's. Every
 * method throws {@link dev.writ.service.database.DatabaseUnavailableException} if the tasks cannot be reached now.
 */
public interface TaskStore {

    /**
     * The first tasks behind an id. Following pages by the last id of each neither repeats a task nor leaves out one
     * that was there all the time.
     *
     * @param done only tasks that are done or that are not; {@code null} for both
     * @param limit at most so many entries, at least 1
     * @param afterId only tasks with a greater id; 0 for the beginning
     */
    TaskPage page(@Nullable Boolean done, int limit, long afterId);

    Optional<TaskEntry> find(long id);

    TaskEntry create(String title, String description, boolean done);

    /** Every update counts as a change, also one whose patch holds nothing new: the version goes up by one. */
    ChangeOutcome update(long id, TaskPatch patch, Precondition precondition);

    ChangeOutcome delete(long id, Precondition precondition);
}
