package dev.writ.service.task;

/**
 * A task as it is kept.
 *
 * @param id positive, in the order of creation, never used again
 * @param version 1 when created, one more after every update: two states of a task never share id and version
 */
public record TaskEntry(long id, String title, String description, boolean done, long version) {}
