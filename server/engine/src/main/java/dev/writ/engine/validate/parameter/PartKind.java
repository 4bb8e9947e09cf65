package dev.writ.engine.validate.parameter;

/** What a field of a form is read as. */
public enum PartKind {
    /** A text, of which its schema makes a value. */
    TEXT,
    JSON,
    /** Parts, each a value. */
    PARTS,
    /** Nothing, but its length counts. */
    OCTETS,
    /** Nothing: a structure in a format that is not read, such as XML. */
    OPAQUE
}
