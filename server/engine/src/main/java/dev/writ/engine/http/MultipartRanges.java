package dev.writ.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several parts of a source as {@code multipart/byteranges} (RFC 9110, section 14.6). */
final class MultipartRanges implements ByteSource {
    private final List<ByteSource> pieces = new ArrayList<>();
    private final long length;

    /** {@code type} is that of the whole; {@code boundary} must be in none of its parts. */
    MultipartRanges(ByteSource whole, List<ByteRanges.Range> ranges, Optional<String> type, String boundary) {
        String start = "";
        for (ByteRanges.Range range : ranges) {
            String typed = type.map(text -> "Content-Type: " + text + "\r\n").orElse("");
            pieces.add(text(start + "--" + boundary + "\r\n" + typed + "Content-Range: " + range.of(whole.length())
                    + "\r\n\r\n"));
            pieces.add(whole.part(range));
            start = "\r\n";
        }
        pieces.add(text("\r\n--" + boundary + "--\r\n"));
        length = pieces.stream().mapToLong(ByteSource::length).sum();
    }

    private static ByteSource text(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public long length() {
        return length;
    }

    /** Each piece is opened when the one before has ended. */
    @Override
    public InputStream open(long first, long count) throws IOException {
        SuccessiveStream all = new SuccessiveStream(pieces);
        try {
            all.skipNBytes(first);
        } catch (IOException e) {
            all.close();
            throw e;
        }
        return new ExactStream(all, count);
    }

    /** Not thread-safe. */
    private static final class SuccessiveStream extends BlockStream {
        private final List<ByteSource> sources;
        private int next;
        private InputStream current = new ByteArrayInputStream(new byte[0]);

        SuccessiveStream(List<ByteSource> sources) {
            this.sources = sources;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = current.read(bytes, offset, length);
            while (read < 0 && next < sources.size()) {
                current.close();
                ByteSource source = sources.get(next++);
                current = source.open(0, source.length());
                read = current.read(bytes, offset, length);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
