package dev.writ.engine.core;

/** What is done about an answer that is not what the contract declares. */
public enum ResponseChecks {
    /** The client gets a 500, the log what was wrong: for tests, and for those who would rather fail. */
    ENFORCE,
    /** The client gets the answer, the log what was wrong. */
    REPORT,
    /** Nothing is looked for; what is {@code writeOnly} is left out all the same. */
    OFF
}
