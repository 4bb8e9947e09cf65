package dev.writ.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Bytes of a known number, of which any part can be had, as often as it is asked for. As a publisher it gives all of them. */
public interface ByteSource extends Flow.Publisher<ByteBuffer> {
    /** In bytes. */
    long length();

    /**
     * A part; whoever takes it closes it. It throws {@link java.io.EOFException} if there is less than there was.
     *
     * @param first counted from 0
     * @param count no more than there are
     */
    InputStream open(long first, long count) throws IOException;

    /** A part as a source of its own. */
    default ByteSource part(ByteRanges.Range range) {
        return new PartSource(this, range);
    }

    /**
     * Several parts as {@code multipart/byteranges}.
     *
     * @param type the media type of the whole
     * @param boundary in none of the parts
     */
    default ByteSource parts(List<ByteRanges.Range> ranges, Optional<String> type, String boundary) {
        return new MultipartRanges(this, ranges, type, boundary);
    }

    @Override
    default void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        StreamPieces.of(() -> open(0, length())).subscribe(subscriber);
    }

    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open(long first, long count) {
                return new ByteArrayInputStream(bytes, (int) first, (int) count);
            }
        };
    }

    /** A file of which the first {@code length} bytes count, whatever may be added to it. */
    static ByteSource of(Path file, long length) {
        return new FileSource(file, length);
    }
}
