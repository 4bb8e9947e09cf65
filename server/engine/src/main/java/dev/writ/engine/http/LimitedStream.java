package dev.writ.engine.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Throws {@link TooLargeException} where a stream has more bytes than allowed, rather than end. Not thread-safe. */
public final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long left;

    public LimitedStream(InputStream stream, long limit) {
        super(stream);
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            counted(1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        // One more than is allowed tells whether there is more.
        int read = in.read(bytes, offset, (int) Math.min(length - 1, left) + 1);
        return read < 0 ? read : counted(read);
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

    private int counted(int read) throws IOException {
        if (read > left) {
            throw new TooLargeException(limit);
        }
        left -= read;
        return read;
    }
}
