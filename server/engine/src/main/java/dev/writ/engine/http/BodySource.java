package dev.writ.engine.http;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The content of a request before it is read, so that a request can be refused by its head alone. */
public interface BodySource {
    /** The length that {@code Content-Length} declares, in bytes; empty when it is not known beforehand. */
    OptionalLong declaredLength();

    /**
     * Reads to the end.
     *
     * @param limit in bytes
     * @return empty if there are more than {@code limit} bytes
     */
    Optional<byte[]> read(int limit) throws IOException;

    /** How much to read to know whether there is more than {@code limit}. */
    static int oneMore(int limit) {
        return limit == Integer.MAX_VALUE ? limit : limit + 1;
    }

    static BodySource of(byte[] bytes) {
        return new BodySource() {
            @Override
            public OptionalLong declaredLength() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public Optional<byte[]> read(int limit) {
                return bytes.length > limit ? Optional.empty() : Optional.of(bytes.clone());
            }
        };
    }
}
