package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Content of the coding gzip (RFC 1952, of any number of members) or deflate (RFC 1950), inflated while it is read. Strict: a
 * wrong checksum, an end too early and anything after the end are faults; the JDK's own stream overlooks what follows. No
 * content at all is none. What it reads from stays open. Not thread-safe.
 */
final class InflatingStream extends BlockStream {
    private static final int MAGIC = 0x8B1F;
    private static final int METHOD = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream coded;
    private final boolean gzip;
    private final long limit;
    private final Inflater inflater;
    private final CRC32 header = new CRC32();
    private final CRC32 content = new CRC32();
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;
    private long read;
    private State state = State.BEFORE;

    private enum State {
        BEFORE,
        WITHIN,
        AFTER
    }

    InflatingStream(InputStream coded, boolean gzip, long limit) {
        this.coded = coded;
        this.gzip = gzip;
        this.limit = limit;
        this.inflater = new Inflater(gzip);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int count = inflated(bytes, offset, length);
            if (count > limit - read) {
                throw new TooLargeException(limit);
            }
            read += Math.max(count, 0);
            if (count < 0) {
                close();
            }
            return count;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private int inflated(byte[] bytes, int offset, int length) throws IOException {
        while (state != State.AFTER) {
            if (state == State.BEFORE && !begin()) {
                state = State.AFTER;
                break;
            }
            if (inflater.needsInput()) {
                fill();
            }
            int count = inflate(bytes, offset, length);
            if (inflater.finished()) {
                at = end - inflater.getRemaining();
                content.update(bytes, offset, count);
                finish();
            } else if (count > 0) {
                content.update(bytes, offset, count);
            }
            if (count > 0) {
                return count;
            }
        }
        return -1;
    }

    /** Gives the inflater what comes next. */
    private void fill() throws IOException {
        if (at == end && !more()) {
            throw new CodingException("the content ends before its coding does");
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(bytes, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw new CodingException("the content needs a dictionary that it does not have");
            }
            return count;
        } catch (DataFormatException e) {
            throw new CodingException("the content is not of the coding that Content-Encoding names");
        }
    }

    /** False at the end of everything. */
    private boolean begin() throws IOException {
        if (at == end && !more()) {
            return false;
        }
        if (gzip) {
            header();
        }
        inflater.reset();
        content.reset();
        state = State.WITHIN;
        return true;
    }

    private void header() throws IOException {
        header.reset();
        if (two() != MAGIC || one() != METHOD) {
            throw new CodingException("the content is not gzip");
        }
        int flags = one();
        if ((flags & RESERVED) != 0) {
            throw new CodingException("the content is not gzip");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(two());
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (one() != 0) {
                // up to the zero that ends it
            }
        }
        int checksum = (int) header.getValue() & 0xFFFF;
        if ((flags & HEADER_CRC) != 0 && two() != checksum) {
            throw new CodingException("a checksum of the content is wrong");
        }
    }

    private void finish() throws IOException {
        if (!gzip) {
            if (at < end || more()) {
                throw new CodingException("there is more content after its coding ends");
            }
            state = State.AFTER;
            return;
        }
        long checksum = two() | (long) two() << 16;
        long size = two() | (long) two() << 16;
        if (checksum != content.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new CodingException("a checksum of the content is wrong");
        }
        state = State.BEFORE;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    private int two() throws IOException {
        return one() | one() << 8;
    }

    private int one() throws IOException {
        if (at == end && !more()) {
            throw new CodingException("the content ends before its coding does");
        }
        int one = buffer[at++] & 0xFF;
        header.update(one);
        return one;
    }

    private boolean more() throws IOException {
        at = 0;
        end = Math.max(0, coded.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** Nothing can be read any more. */
    @Override
    public void close() throws IOException {
        state = State.AFTER;
        inflater.end();
        if (coded instanceof InflatingStream within) {
            within.close();
        }
    }
}
