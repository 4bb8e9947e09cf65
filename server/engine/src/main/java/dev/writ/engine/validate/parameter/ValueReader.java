package dev.writ.engine.validate.parameter;

/** Finds one parameter or header field in a message, reads it and asks its schema. Thread-safe. */
interface ValueReader {
    Outcome read(Sent sent);
}
