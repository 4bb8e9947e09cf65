package dev.writ.engine.server;

import java.util.Optional;

/**
 * Content that comes in chunks (RFC 9112, section 7.1), by that grammar and nothing beyond it. Extensions and trailers are
 * dropped, and bounded: they cost, and have no meaning here.
 */
final class ChunkedReader implements ContentReader {
    private static final Rejection BAD_SIZE =
            Rejection.malformed("The size of a chunk is no hexadecimal number, or too large.");
    private static final Rejection BAD_END = Rejection.malformed("A chunk is not followed by CR LF.");
    private static final Rejection BAD_EXTENSION =
            Rejection.malformed("The extensions of chunks are too long, or no text.");
    private static final Rejection BAD_TRAILERS =
            Rejection.malformed("The trailer section of the request is too large.");
    private static final int MOST_DIGITS = 15;

    private final WireLimits limits;
    private final LineReader lines = new LineReader();
    private Place place = Place.SIZE;
    private long missing;
    private int extensions;
    private int trailers;
    private Optional<Rejection> rejection = Optional.empty();

    private enum Place {
        SIZE,
        DATA,
        END_OF_DATA,
        TRAILERS,
        END
    }

    ChunkedReader(WireLimits limits) {
        this.limits = limits;
    }

    @Override
    public int read(byte[] bytes, int from, int to, int most, Sink sink) {
        int position = from;
        int left = most;
        while (rejection.isEmpty() && place != Place.END) {
            boolean isData = place == Place.DATA;
            int taken = isData
                    ? data(bytes, position, position + Math.min(left, to - position), sink)
                    : line(bytes, position, to);
            if (taken == 0) {
                break;
            }
            left -= isData ? taken : 0;
            position += taken;
        }
        return position - from;
    }

    private int data(byte[] bytes, int from, int to, Sink sink) {
        int taken = (int) Math.min(missing, to - from);
        if (taken > 0) {
            sink.accept(bytes, from, taken);
            missing -= taken;
            if (missing == 0) {
                place = Place.END_OF_DATA;
            }
        }
        return taken;
    }

    /** Of which there may be a part only, and that no longer than what may come of it. */
    private int line(byte[] bytes, int from, int to) {
        if (place == Place.END_OF_DATA) {
            return endOfData(bytes, from, to);
        }
        int end = lines.endOfLine(bytes, from, to);
        if (lines.rejection().isPresent()) {
            rejection = lines.rejection();
            return 0;
        }
        int length = (end < 0 ? to : end + 1) - from;
        if (place == Place.SIZE) {
            if (length > limits.chunkExtensions() + MOST_DIGITS) {
                return reject(BAD_EXTENSION);
            }
            return end < 0 ? 0 : size(bytes, from, end - 1);
        }
        if (length + trailers > limits.trailers()) {
            return reject(BAD_TRAILERS);
        }
        return end < 0 ? 0 : trailer(bytes, from, end - 1);
    }

    private int endOfData(byte[] bytes, int from, int to) {
        if ((from < to && bytes[from] != '\r') || (from + 1 < to && bytes[from + 1] != '\n')) {
            return reject(BAD_END);
        }
        if (to - from < 2) {
            return 0;
        }
        place = Place.SIZE;
        return 2;
    }

    private int size(byte[] bytes, int from, int to) {
        long size = 0;
        int position = from;
        while (position < to && Grammar.hexDigit(bytes[position]) >= 0) {
            size = size * 16 + Grammar.hexDigit(bytes[position++]);
            if (position - from > MOST_DIGITS) {
                return reject(BAD_SIZE);
            }
        }
        if (position == from) {
            return reject(BAD_SIZE);
        }
        if (position < to && !isExtension(bytes, position, to)) {
            return reject(BAD_SIZE);
        }
        extensions += to - position;
        if (extensions > limits.chunkExtensions() || !Grammar.isValue(bytes, position, to)) {
            return reject(BAD_EXTENSION);
        }
        missing = size;
        place = size == 0 ? Place.TRAILERS : Place.DATA;
        return to + 2 - from;
    }

    /** With white space before the semicolon, which RFC 9112 does not forbid. */
    private static boolean isExtension(byte[] bytes, int from, int to) {
        int position = from;
        while (position < to && Grammar.isBlank(bytes[position])) {
            position++;
        }
        return position < to && bytes[position] == ';';
    }

    private int trailer(byte[] bytes, int from, int to) {
        if (from == to) {
            place = Place.END;
            return 2;
        }
        trailers += to + 2 - from;
        rejection = FieldLine.parse(bytes, from, to, (name, value) -> Optional.empty(), Optional::of);
        return rejection.isPresent() ? 0 : to + 2 - from;
    }

    private int reject(Rejection why) {
        rejection = Optional.of(why);
        return 0;
    }

    @Override
    public boolean isComplete() {
        return place == Place.END;
    }

    @Override
    public Optional<Rejection> rejection() {
        return rejection;
    }
}
