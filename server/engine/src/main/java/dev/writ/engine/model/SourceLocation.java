package dev.writ.engine.model;

/**
 * A place in a document.
 *
 * @param file as its author calls it
 * @param line from 1
 * @param column from 1
 * @param pointer JSON pointer (RFC 6901) of the node that stands there
 */
public record SourceLocation(String file, int line, int column, String pointer) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (pointer.isEmpty() ? "" : " (" + pointer + ")");
    }
}
