package dev.writ.engine.server;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The content of one request: first none of it, then what came. Filled by one thread at a time, which hands it over to the
 * one that reads it.
 */
final class ReceivedContent implements BodySource {
    private final OptionalLong declared;
    private Source source;
    private OptionalLong length;
    private Optional<byte[]> whole = Optional.empty();

    /** What there is to be read. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    ReceivedContent(OptionalLong declared) {
        this.declared = declared;
        this.length = declared;
        this.source = () -> {
            if (isDeclaredEmpty()) {
                return InputStream.nullInputStream();
            }
            throw new IOException("the content was not asked for");
        };
    }

    void complete(byte[] bytes) {
        whole = Optional.of(bytes);
        length = OptionalLong.of(bytes.length);
        source = () -> new ByteArrayInputStream(bytes);
    }

    void complete(Spool spool) {
        length = OptionalLong.of(spool.size());
        source = spool::open;
    }

    /** It comes while it is read. */
    void flows(InputStream pipe) {
        source = () -> pipe;
    }

    /** That of what came, once it is known. */
    @Override
    public OptionalLong declaredLength() {
        return length;
    }

    private boolean isDeclaredEmpty() {
        return declared.orElse(-1) == 0;
    }

    @Override
    public InputStream stream(long limit) throws IOException {
        return new LimitedStream(source.open(), limit);
    }

    /** Not a copy. */
    @Override
    public Optional<byte[]> read(int limit) throws IOException {
        if (whole.isPresent()) {
            return whole.filter(bytes -> bytes.length <= limit);
        }
        return BodySource.super.read(limit);
    }
}
