package dev.writ.engine.schema;

/** What becomes of {@code readOnly} properties in a request and {@code writeOnly} ones in a response. */
public enum HiddenProperties {
    /** They are checked as everything is, and then taken out of the value. */
    DROP,
    /** They are errors. */
    REFUSE
}
