package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What a {@code format} means. Thread-safe. */
@FunctionalInterface
public interface FormatChecker {
    /** True for every value of a type that the format says nothing about: a date is a string, so any number is fine. */
    boolean accepts(JsonNode value);
}
