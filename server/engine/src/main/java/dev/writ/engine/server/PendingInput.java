package dev.writ.engine.server;

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

    void clear() {
        bytes = NOTHING;
        from = 0;
        to = 0;
    }
}
