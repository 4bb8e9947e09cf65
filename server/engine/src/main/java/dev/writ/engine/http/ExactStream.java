package dev.writ.engine.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and a fault if it has not so many. Not thread-safe. */
final class ExactStream extends FilterInputStream {
    private long left;

    ExactStream(InputStream stream, long count) {
        super(stream);
        this.left = count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
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
    public long skip(long count) throws IOException {
        byte[] bytes = new byte[(int) Math.min(8192, Math.max(0, count))];
        return Math.max(0, read(bytes, 0, bytes.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
