package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content before it was coded. The limit holds for it as for each form between it and what was sent, so that little that
 * inflates to much costs no more than content of that size.
 *
 * @param codings in the order in which they were applied
 */
record DecodedBody(BodySource sent, List<ContentCoding> codings) implements BodySource {
    DecodedBody {
        codings = List.copyOf(codings);
    }

    /** What {@code Content-Length} says is the length of the coded form. */
    @Override
    public OptionalLong declaredLength() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isKept() {
        return sent.isKept();
    }

    @Override
    public InputStream stream(long limit) throws IOException {
        InputStream stream = sent.stream(limit);
        for (int i = codings.size() - 1; i >= 0; i--) {
            stream = codings.get(i).decode(stream, limit);
        }
        return stream;
    }

    @Override
    public Optional<byte[]> read(int limit) throws IOException {
        try (InputStream stream = stream(limit)) {
            return Optional.of(stream.readAllBytes());
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }
}
