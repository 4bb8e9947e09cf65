package dev.writ.engine.parse;

/** How large the documents of a contract may be. */
final class Limits {
    /** Of one document. */
    static final int BYTES = 16 * 1024 * 1024;
    /** Of all documents. */
    static final long TOTAL_BYTES = 64L * 1024 * 1024;

    static final int DOCUMENTS = 10_000;
    /** Values in one document; what an alias stands for counts each time. */
    static final int NODES = 1_000_000;

    static final int DEPTH = 200;
    /** Digits of a number, and the largest exponent. */
    static final int DIGITS = 1_000;

    private Limits() {}

    /** How much of a YAML text its reader takes at once: all of it. It copies what it has of a scalar whenever it takes more. */
    static int window(String text) {
        return Math.max(1_024, text.length() + 1);
    }
}
