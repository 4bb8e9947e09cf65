package dev.writ.engine.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines that end with a line feed, the last of them perhaps with nothing. Empty ones are no items. */
final class LineSplitter extends ItemSplitter {
    /** A mark that no JSON has. */
    private static final int NO_JSON = 0x1E;

    private boolean first = true;

    LineSplitter(InputStream content, int maxItemSize) {
        super(content, maxItemSize);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int one = read();
            while (one >= 0 && one != '\n') {
                keep(one, line);
                one = read();
            }
            if (!first && startsWithMark(line.toByteArray())) {
                // Only the first line may have one, and JSON would not mind.
                line.write(NO_JSON);
            }
            first = false;
            byte[] bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return Optional.of(bytes);
            }
            if (one < 0) {
                return Optional.empty();
            }
        }
    }
}
