package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;

/** A part of a source as one of its own. */
record PartSource(ByteSource whole, ByteRanges.Range range) implements ByteSource {
    @Override
    public long length() {
        return range.length();
    }

    @Override
    public InputStream open(long first, long count) throws IOException {
        return whole.open(range.first() + first, count);
    }
}
