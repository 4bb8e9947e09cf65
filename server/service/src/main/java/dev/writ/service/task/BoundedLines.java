package dev.writ.service.task;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, none of them longer than memory should hold. Not thread-safe. */
final class BoundedLines implements AutoCloseable {
    static final int MAX_BYTES = 1024 * 1024;

    private final InputStream in;
    private long number;

    BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; empty after the last one. One that is too long is cut to a byte more than is
     * allowed, and the rest of it skipped.
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        while (b >= 0 && b != '\n') {
            if (line.size() <= MAX_BYTES) {
                line.write(b);
            }
            b = in.read();
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
