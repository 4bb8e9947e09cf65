package dev.writ.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file where a stream is asked for, as generated responses do. The engine sends it with its length and validators, and parts
 * of it to whoever asks for these; it does not read the stream. For everybody else it is one, opened when it is read. Not
 * thread-safe.
 */
public final class FileContent extends InputStream {
    private final Path path;
    private @Nullable InputStream stream;

    private FileContent(Path path) {
        this.path = path;
    }

    public static FileContent of(Path path) {
        return new FileContent(path);
    }

    public Path path() {
        return path;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return opened().read(bytes, offset, length);
    }

    @Override
    public int available() throws IOException {
        return opened().available();
    }

    private InputStream opened() throws IOException {
        InputStream open = stream;
        if (open == null) {
            open = Files.newInputStream(path);
            stream = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
