package dev.writ.engine.anydocument;

/** No value was found for a schema: it may allow none, or the generator may not be good enough. */
final class Unsatisfiable extends Exception {
    private static final long serialVersionUID = 1L;

    Unsatisfiable(String message) {
        super(message, null, false, false);
    }
}
