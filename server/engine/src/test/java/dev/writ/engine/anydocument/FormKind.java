package dev.writ.engine.anydocument;

/** What a part of a form, or a field of one, is written as. */
enum FormKind {
    /** The text of a scalar. */
    TEXT,
    JSON,
    /** Parts of its own, none of them a file: an object. */
    PARTS,
    /** Octets without a structure. */
    FILE,
    /** A value in a media type that is not judged, such as XML; the handler sees octets. */
    OPAQUE
}
