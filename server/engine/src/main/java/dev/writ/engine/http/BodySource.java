package dev.writ.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The content of a request before it is read, so that a request can be refused by its head alone. It is read once. */
public interface BodySource {
    /** The length that {@code Content-Length} declares, in bytes; empty when it is not known beforehand. */
    OptionalLong declaredLength();

    /** The content as it arrives. It throws {@link TooLargeException} when more than {@code limit} bytes come. */
    InputStream stream(long limit) throws IOException;

    /**
     * Reads to the end.
     *
     * @param limit in bytes
     * @return empty if there are more than {@code limit} bytes
     */
    default Optional<byte[]> read(int limit) throws IOException {
        try {
            return Optional.of(stream(limit).readAllBytes());
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    /** Whether somebody else keeps what is read, for those who come after: no other copy of it is asked for. */
    default boolean isKept() {
        return false;
    }

    /** The content as it was before {@code codings} were applied, in that order. */
    default BodySource decoded(List<ContentCoding> codings) {
        return codings.isEmpty() ? this : new DecodedBody(this, codings);
    }

    static BodySource of(byte[] bytes) {
        return of(OptionalLong.of(bytes.length), new ByteArrayInputStream(bytes));
    }

    /** {@code content} may go on beyond any limit. */
    static BodySource of(OptionalLong declaredLength, InputStream content) {
        return new BodySource() {
            @Override
            public OptionalLong declaredLength() {
                return declaredLength;
            }

            @Override
            public InputStream stream(long limit) {
                return new LimitedStream(content, limit);
            }
        };
    }
}
