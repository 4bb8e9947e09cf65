package dev.writ.service.task;

import java.util.List;

/**
 * A part of the list.
 *
 * @param entries in the order of their ids
 * @param hasMore whether there were more behind the last of them
 */
public record TaskPage(List<TaskEntry> entries, boolean hasMore) {

    public TaskPage {
        entries = List.copyOf(entries);
    }
}
