package dev.writ.engine.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and a fault if it has not so many. Not thread-safe. */
final class ExactStream extends BlockStream {
    private final InputStream in;
    private long left;

    ExactStream(InputStream stream, long count) {
        this.in = stream;
        this.left = count;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("it ends " + left + " bytes too early");
        }
        left -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
