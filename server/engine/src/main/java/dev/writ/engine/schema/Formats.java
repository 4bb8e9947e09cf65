package dev.writ.engine.schema;

/** Whether {@code format} is a constraint (JSON Schema Validation, section 7.2). */
public enum Formats {
    ASSERT,
    /** Only schemas whose own meta-schema has the vocabulary for assertions are held to it. */
    ANNOTATE
}
