package dev.writ.engine.core;

/** What becomes of operations that nothing handles. */
public enum Unimplemented {
    /** They are faults. */
    REFUSE_TO_START,
    /** They are answered with 501, once a request has passed the contract. */
    NOT_IMPLEMENTED
}
