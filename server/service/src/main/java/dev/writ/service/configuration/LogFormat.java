package dev.writ.service.configuration;

/** How an event of the log is written. */
public enum LogFormat {
    /** A line to be read on a terminal; a stack trace takes more. */
    TEXT,
    /** One JSON object on one line. */
    JSON
}
