package dev.writ.engine.model;

import java.util.Map;

/**
 * A place in a document.
 *
 * @param file as its author calls it
 * @param line from 1
 * @param column from 1
 * @param pointer JSON pointer (RFC 6901) of the node that stands there
 */
public record SourceLocation(String file, int line, int column, String pointer) {
    /** The place of the node, or of the nearest one around it that has a place. */
    public static SourceLocation nearest(String file, Map<String, SourceLocation> locations, String pointer) {
        String at = pointer;
        while (true) {
            SourceLocation found = locations.get(at);
            if (found != null) {
                return found;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return new SourceLocation(file, 1, 1, "");
            }
            at = at.substring(0, slash);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (pointer.isEmpty() ? "" : " (" + pointer + ")");
    }
}
