package dev.writ.engine.model;

/** What the text of a parameter or header field stands for. */
public enum PrimitiveType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN
}
