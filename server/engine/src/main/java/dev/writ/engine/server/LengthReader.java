package dev.writ.engine.server;

import java.util.Optional;

/** Content of a length that was declared (RFC 9112, section 6.2). */
final class LengthReader implements ContentReader {
    private long missing;

    LengthReader(long length) {
        this.missing = length;
    }

    @Override
    public int read(byte[] bytes, int from, int to, int most, Sink sink) {
        int taken = (int) Math.min(missing, Math.min(most, to - from));
        if (taken > 0) {
            sink.accept(bytes, from, taken);
            missing -= taken;
        }
        return taken;
    }

    @Override
    public boolean isComplete() {
        return missing == 0;
    }

    @Override
    public Optional<Rejection> rejection() {
        return Optional.empty();
    }
}
