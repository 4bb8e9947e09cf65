package dev.writ.engine.anydocument;

/** A document that this test cannot read. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
