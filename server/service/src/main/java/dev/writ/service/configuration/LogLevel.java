package dev.writ.service.configuration;

/** The least severe events that are logged, from the fewest events to the most. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
