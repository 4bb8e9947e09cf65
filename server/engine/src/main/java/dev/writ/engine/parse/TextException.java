package dev.writ.engine.parse;

/** A text that is no document; line and column from 1. */
final class TextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String pointer;
    private final String reason;

    TextException(int line, int column, String pointer, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
        this.pointer = pointer;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String pointer() {
        return pointer;
    }

    String reason() {
        return reason;
    }
}
