package dev.writ.engine.jersey;

import dev.writ.engine.http.BlockStream;
import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Spool;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.validate.form.UploadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.glassfish.jersey.server.ContainerRequest;

/** The content of a request of Jersey's, which is read by the engine and then, as it came, by the application. */
final class BufferedBody implements BodySource {
    private static final String PROPERTY = BufferedBody.class.getName();

    private final ContainerRequest request;
    private final Spool read;

    BufferedBody(ContainerRequest request, UploadLimits limits) {
        this.request = request;
        this.read = new Spool(limits.memory(), limits.directory());
        request.setProperty(PROPERTY, this);
    }

    /** Gives up what is kept of the content of a request that has been answered. */
    static void close(ContainerRequest request) {
        if (request.getProperty(PROPERTY) instanceof BufferedBody body) {
            try {
                body.read.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
    public boolean isKept() {
        return true;
    }

    /** Items are handed on as they are read. */
    @Override
    public InputStream stream(long limit) {
        boolean items = Optional.ofNullable(request.getHeaderString("Content-Type"))
                .flatMap(MediaType::parse)
                .flatMap(SequentialFormat::of)
                .isPresent();
        InputStream content = request.getEntityStream();
        return new LimitedStream(items ? content : new Copying(content, read), limit);
    }

    /** What was read: nothing, for an operation that takes no content. */
    InputStream again() {
        try {
            return read.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is read. */
    private static final class Copying extends BlockStream {
        private final InputStream in;
        private final Spool copy;

        Copying(InputStream stream, Spool copy) {
            this.in = stream;
            this.copy = copy;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                copy.write(bytes, offset, count);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
