package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a body up to the next delimiter of its parts, which is not one of them. Not thread-safe. */
final class DelimitedInput extends BlockStream {
    private static final int SIZE = 16 * 1024;
    private static final byte[] EMPTY_LINE = {'\r', '\n', '\r', '\n'};
    /** Spaces and tabs that may follow a delimiter (RFC 2046, section 5.1.1). */
    private static final int MAX_PADDING = 100;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[SIZE];
    private int from;
    private int to;
    /** Where the part ends, once its delimiter has been met: the place behind it. */
    private int next = -1;

    private boolean last;
    /** Whether all of the body is in the buffer, or was. */
    private boolean ended;

    DelimitedInput(InputStream body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter may stand at the very beginning.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** True behind the delimiter that closes the last part. */
    boolean atEnd() {
        return last;
    }

    /** Goes behind the next delimiter; a body that has none, if this is to be its {@code first}, is none. */
    void skip(boolean first) throws IOException, MultipartException {
        try {
            for (int count = available(SIZE); count >= 0; count = available(SIZE)) {
                from += count;
            }
        } catch (BrokenPartException e) {
            throw new MultipartException(
                    first ? "the boundary is nowhere in the body" : String.valueOf(e.getMessage()));
        }
        from = next;
        next = -1;
    }

    void skipRest() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** The lines up to the next empty one, which is skipped. */
    byte[] head(int max) throws IOException, MultipartException {
        int most = Math.min(max, SIZE - 1);
        // As if a line had ended before: there may be no header fields at all.
        int matched = 2;
        int length = 0;
        while (matched < EMPTY_LINE.length) {
            if (!fill(length + 1) || to - from <= length) {
                throw new MultipartException("the body ends within the header fields of a part");
            }
            byte next = buffer[from + length];
            matched = next == EMPTY_LINE[matched] ? matched + 1 : next == EMPTY_LINE[0] ? 1 : 0;
            if (++length > most) {
                throw new MultipartException("the header fields of a part have more than " + most + " bytes");
            }
        }
        byte[] lines = Arrays.copyOfRange(buffer, from, from + Math.max(0, length - EMPTY_LINE.length));
        from += length;
        return lines;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = available(length);
        if (count > 0) {
            System.arraycopy(buffer, from, bytes, offset, count);
            from += count;
        }
        return count;
    }

    /** How many bytes of the part are in the buffer, at most {@code most} but at least one; -1 at its end. */
    private int available(int most) throws IOException {
        if (next >= 0) {
            return -1;
        }
        if (!fill(1)) {
            throw new BrokenPartException();
        }
        boolean mayBeDelimiter = buffer[from] == '\r';
        if (mayBeDelimiter) {
            fill(delimiter.length + 2 + MAX_PADDING + 2);
            next = behindDelimiter();
            if (next >= 0) {
                return -1;
            }
        }
        int end = mayBeDelimiter ? from + 1 : from;
        while (end < to && end - from < most && !mayBegin(end)) {
            end++;
        }
        return end - from;
    }

    /** Whether all that is known of what stands there is that of a delimiter. */
    private boolean mayBegin(int at) {
        int known = Math.min(delimiter.length, to - at);
        for (int i = 0; i < known; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place behind the line of the delimiter that begins here; -1 if none does. */
    private int behindDelimiter() {
        if (to - from < delimiter.length + 2) {
            return -1;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (buffer[from + i] != delimiter[i]) {
                return -1;
            }
        }
        int at = from + delimiter.length;
        boolean closing = buffer[at] == '-' && buffer[at + 1] == '-';
        if (closing) {
            at += 2;
        }
        while (at < to && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
        if (closing && at == to && ended) {
            last = true;
            return at;
        }
        if (at + 1 >= to || buffer[at] != '\r' || buffer[at + 1] != '\n') {
            return -1;
        }
        last = closing;
        return at + 2;
    }

    /** Reads until there are {@code count} bytes; false if the body ends before there is one. */
    private boolean fill(int count) throws IOException {
        if (from + count > SIZE) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        while (to - from < count) {
            int read = body.read(buffer, to, SIZE - to);
            if (read < 0) {
                ended = true;
                break;
            }
            to += read;
        }
        return to > from;
    }
}
