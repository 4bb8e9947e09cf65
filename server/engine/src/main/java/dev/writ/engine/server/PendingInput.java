package dev.writ.engine.server;

import java.util.Arrays;

/** Octets that have come and are not dealt with yet. Used by one thread at a time. */
final class PendingInput {
    private static final byte[] NOTHING = new byte[0];

    private byte[] bytes = NOTHING;
    private int from;
    private int to;

    /** {@code more} is not used by anybody else from here on. */
    void add(byte[] more) {
        if (from == to) {
            bytes = more;
            from = 0;
            to = more.length;
            return;
        }
        if (to + more.length > bytes.length) {
            byte[] larger = new byte[Math.max(2 * size(), size() + more.length)];
            System.arraycopy(bytes, from, larger, 0, size());
            to = size();
            from = 0;
            bytes = larger;
        }
        System.arraycopy(more, 0, bytes, to, more.length);
        to += more.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int size() {
        return to - from;
    }

    void skip(int count) {
        from += count;
        if (from == to) {
            clear();
        }
    }

    /** Gives up memory that little of is left in; how many octets are held after that, used or not. */
    int compact() {
        if (size() > 0 && 4 * size() < bytes.length) {
            bytes = Arrays.copyOfRange(bytes, from, to);
            to = bytes.length;
            from = 0;
        }
        return bytes.length;
    }

    void clear() {
        bytes = NOTHING;
        from = 0;
        to = 0;
    }
}
