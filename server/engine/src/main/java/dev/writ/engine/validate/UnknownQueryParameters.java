package dev.writ.engine.validate;

/** What to do with query parameters that the operation does not declare. */
public enum UnknownQueryParameters {
    IGNORE,
    /** They are violations: a misspelt filter is told instead of answered with everything. */
    REFUSE
}
