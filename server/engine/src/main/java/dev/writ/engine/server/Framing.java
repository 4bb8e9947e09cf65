package dev.writ.engine.server;

import java.util.OptionalLong;

/**
 * How the end of a request's content is told (RFC 9112, section 6.3).
 *
 * @param length in bytes; empty if the content is chunked
 */
record Framing(OptionalLong length) {
    static final Framing NOTHING = new Framing(OptionalLong.of(0));
    static final Framing CHUNKED = new Framing(OptionalLong.empty());

    static Framing of(long length) {
        return length == 0 ? NOTHING : new Framing(OptionalLong.of(length));
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    boolean isChunked() {
        return length.isEmpty();
    }
}
