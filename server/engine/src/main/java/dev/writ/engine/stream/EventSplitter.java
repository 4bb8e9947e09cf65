package dev.writ.engine.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Events that end with an empty line each, however lines end; one that the end of the content cuts off is none (WHATWG HTML,
 * section 9.2.6). What is given has line feeds alone. A byte order mark at the beginning is left out.
 */
final class EventSplitter extends ItemSplitter {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private boolean begun;

    EventSplitter(InputStream content, int maxItemSize) {
        super(content, maxItemSize);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        if (!begun) {
            begun = true;
            skipMark(event);
        }
        boolean lineIsEmpty = event.size() == 0;
        boolean afterReturn = false;
        for (int one = read(); one >= 0; one = read()) {
            boolean secondHalf = afterReturn && one == '\n';
            afterReturn = one == '\r';
            if (secondHalf) {
                continue;
            }
            if (one != '\n' && one != '\r') {
                keep(one, event);
                lineIsEmpty = false;
            } else if (!lineIsEmpty) {
                keep('\n', event);
                lineIsEmpty = true;
            } else if (event.size() > 0) {
                return Optional.of(event.toByteArray());
            }
        }
        return Optional.empty();
    }

    private void skipMark(ByteArrayOutputStream event) throws IOException {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            int one = read();
            if (one != BYTE_ORDER_MARK[i]) {
                for (int j = 0; j < i; j++) {
                    keep(BYTE_ORDER_MARK[j], event);
                }
                if (one >= 0) {
                    unread();
                }
                return;
            }
        }
    }
}
