package dev.writ.engine.schema;

/** Which way a value goes; read-only properties go one way, write-only ones the other. */
public enum Direction {
    REQUEST,
    RESPONSE
}
