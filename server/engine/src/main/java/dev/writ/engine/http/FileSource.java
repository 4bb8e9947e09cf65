package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, opened when somebody reads. */
record FileSource(Path file, long length) implements ByteSource {
    @Override
    public InputStream open(long first, long count) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            channel.position(first);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new ExactStream(Channels.newInputStream(channel), count);
    }
}
