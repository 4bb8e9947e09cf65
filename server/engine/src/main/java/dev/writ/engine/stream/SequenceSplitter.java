package dev.writ.engine.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * JSON texts that begin with a record separator each (RFC 7464, section 2.1). What stands before the first of them is none,
 * and a number, {@code true}, {@code false} or {@code null} that is not followed by white space may have been cut off
 * (section 2.4): both are given with a mark at the end that JSON does not have, as is a text with a byte order mark, which the
 * parser would overlook.
 */
final class SequenceSplitter extends ItemSplitter {
    private static final int SEPARATOR = 0x1E;

    private boolean begun;

    SequenceSplitter(InputStream content, int maxItemSize) {
        super(content, maxItemSize);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        while (true) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            int one = read();
            while (one >= 0 && one != SEPARATOR) {
                keep(one, text);
                one = read();
            }
            byte[] bytes = text.toByteArray();
            boolean first = !begun;
            begun = true;
            if (!isBlank(bytes)) {
                if (first || mayBeCut(bytes) || startsWithMark(bytes)) {
                    text.write(SEPARATOR);
                }
                return Optional.of(text.toByteArray());
            }
            if (one < 0) {
                return Optional.empty();
            }
        }
    }

    private static boolean mayBeCut(byte[] text) {
        byte last = text[text.length - 1];
        return last != '}' && last != ']' && last != '"' && last != ' ' && last != '\t' && last != '\r' && last != '\n';
    }
}
