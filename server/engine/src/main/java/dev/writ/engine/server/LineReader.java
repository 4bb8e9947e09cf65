package dev.writ.engine.server;

import java.util.Optional;

/**
 * Finds lines that end with CR LF and with nothing else: whatever else others take for the end of a line is refused, so that
 * nobody can be of another opinion about where a message ends. Used by one thread at a time.
 */
final class LineReader {
    private static final Rejection BAD_END =
            Rejection.malformed("A line of the request ends with something else than CR LF.");

    /** How far the line that has not ended yet is known. */
    private int scanned;

    private Optional<Rejection> rejection = Optional.empty();

    /**
     * Goes on where it stopped the last time.
     *
     * @return where the LF of the first line is that begins at {@code from}; -1 if it has not come yet, or never will: see
     *     {@link #rejection}
     */
    int endOfLine(byte[] bytes, int from, int to) {
        for (int i = from + scanned; i < to; i++) {
            byte octet = bytes[i];
            if (octet == '\n') {
                if (i == from || bytes[i - 1] != '\r') {
                    return refused();
                }
                scanned = 0;
                return i;
            }
            if (i > from && bytes[i - 1] == '\r') {
                return refused();
            }
        }
        scanned = to - from;
        return -1;
    }

    private int refused() {
        rejection = Optional.of(BAD_END);
        return -1;
    }

    Optional<Rejection> rejection() {
        return rejection;
    }
}
