package dev.writ.service.task;

import org.jspecify.annotations.Nullable;

/** What to change of a task; what is {@code null} keeps its value. */
public record TaskPatch(
        @Nullable String title,
        @Nullable String description,
        @Nullable Boolean done) {}
