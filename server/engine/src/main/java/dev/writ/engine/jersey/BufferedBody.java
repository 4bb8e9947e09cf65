package dev.writ.engine.jersey;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.LimitedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.glassfish.jersey.server.ContainerRequest;

/** The content of a request of Jersey's, which is read by the engine and then, from memory, by the application. */
final class BufferedBody implements BodySource {
    private final ContainerRequest request;
    private byte[] bytes = {};

    BufferedBody(ContainerRequest request) {
        this.request = request;
    }

    @Override
    public OptionalLong declaredLength() {
        String field = request.getHeaderString("Content-Length");
        if (field != null && field.matches("[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(field));
        }
        boolean chunked = request.getHeaderString("Transfer-Encoding") != null;
        return chunked || request.hasEntity() ? OptionalLong.empty() : OptionalLong.of(0);
    }

    @Override
    public Optional<byte[]> read(int limit) throws IOException {
        Optional<byte[]> all = BodySource.super.read(limit);
        all.ifPresent(read -> bytes = read);
        return all;
    }

    /** Nobody reads it again after that. */
    @Override
    public InputStream stream(long limit) {
        return new LimitedStream(request.getEntityStream(), limit);
    }

    /** What was read: nothing, for an operation that takes no content. */
    InputStream again() {
        return new ByteArrayInputStream(bytes);
    }
}
