package dev.writ.engine.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Items as bytes for somebody who reads them by himself: one passes when it has been checked. */
final class CheckedStream extends InputStream {

    /** Where they come from: each as it stands in the content, with what separates it; empty at the end. */
    @FunctionalInterface
    interface Source {
        Optional<byte[]> next() throws IOException;
    }

    private final Source source;
    private byte[] current = {};
    private int position;

    CheckedStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return advance() ? current[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, bytes, offset, count);
        position += count;
        return count;
    }

    private boolean advance() throws IOException {
        while (position == current.length) {
            Optional<byte[]> next = source.next();
            if (next.isEmpty()) {
                return false;
            }
            current = next.get();
            position = 0;
        }
        return true;
    }
}
