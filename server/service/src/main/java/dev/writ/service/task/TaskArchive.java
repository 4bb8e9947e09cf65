package dev.writ.service.task;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All tasks at once, to move them from one database to another. Both directions may take minutes. Every method throws
 * {@link dev.writ.service.database.DatabaseUnavailableException} if the tasks cannot be reached now.
 */
public interface TaskArchive {

    /**
     * Gives all tasks as they were at one moment, however many writes there are meanwhile.
     *
     * @param beginning is told first what is to come
     * @param each gets the tasks, in the order of their ids
     */
    void dump(Consumer<? super Summary> beginning, Consumer<? super TaskEntry> each);

    /**
     * Adds tasks with the ids and versions that they have: all of them, or none.
     *
     * @param lastId no id up to it is given to a new task
     * @param replace whether the tasks that are there are deleted first, in the same step
     * @return ids that are taken, a hundred at most; if there is one, nothing was changed
     */
    List<Long> load(Iterator<TaskEntry> tasks, long lastId, boolean replace);

    /**
     * What there is.
     *
     * @param tasks their number
     * @param lastId the highest id that a task ever had; 0 if there never was one
     */
    record Summary(long tasks, long lastId) {}
}
