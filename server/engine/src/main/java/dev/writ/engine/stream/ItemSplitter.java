package dev.writ.engine.stream;

import dev.writ.engine.http.TooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts content into items as it arrives, without reading further than it has to. Not thread-safe. */
public abstract class ItemSplitter {
    private static final int BUFFER = 8 * 1024;

    private final InputStream content;
    private final int maxItemSize;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;

    ItemSplitter(InputStream content, int maxItemSize) {
        this.content = content;
        this.maxItemSize = maxItemSize;
    }

    /**
     * The bytes of the next item: JSON, or the lines of an event. Waits for it.
     *
     * @return empty at the end
     * @throws TooLargeException if the item is larger than allowed
     */
    public abstract Optional<byte[]> next() throws IOException;

    /** The next byte, or -1 at the end. */
    final int read() throws IOException {
        if (position == end) {
            end = content.read(buffer, 0, buffer.length);
            position = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    /** Takes what was read back. */
    final void unread() {
        position--;
    }

    final void keep(int one, ByteArrayOutputStream item) throws IOException {
        if (item.size() >= maxItemSize) {
            throw new TooLargeException(maxItemSize);
        }
        item.write(one);
    }

    /** A byte order mark, which no JSON text has (RFC 8259, section 8.1). */
    static boolean startsWithMark(byte[] item) {
        return item.length >= 3 && (item[0] & 0xFF) == 0xEF && (item[1] & 0xFF) == 0xBB && (item[2] & 0xFF) == 0xBF;
    }

    static boolean isBlank(byte[] item) {
        for (byte one : item) {
            if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
                return false;
            }
        }
        return true;
    }
}
