package dev.writ.engine.server;

import java.util.Optional;

/** Takes the content of one request out of what its connection brings. Used by one thread at a time. */
interface ContentReader {

    static ContentReader of(Framing framing, WireLimits limits) {
        return framing.length().isPresent()
                ? new LengthReader(framing.length().getAsLong())
                : new ChunkedReader(limits);
    }

    /**
     * Takes what belongs to the content, and hands on what is left without its framing. What is left over is to be given
     * again with what follows it, or belongs to the next request.
     *
     * @param most octets of content; what frames them does not count
     * @return how many octets it took
     */
    int read(byte[] bytes, int from, int to, int most, Sink sink);

    boolean isComplete();

    Optional<Rejection> rejection();

    /** Where content goes. */
    @FunctionalInterface
    interface Sink {
        /** The array is the caller's: what is to be kept is to be copied. */
        void accept(byte[] bytes, int from, int length);
    }
}
