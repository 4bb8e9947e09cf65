package dev.writ.engine.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Octets that are kept: in memory as long as they are few, else on disk, in a file that nobody else can read and that is gone
 * when this is closed, or when the process ends in whatever way. Written by one thread; read, once it is written, by several.
 */
public final class Spool extends OutputStream {
    private final int memory;
    private final Path directory;
    private boolean counting;
    private @Nullable ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long size;

    /**
     * Nothing yet.
     *
     * @param memory as many bytes as stay in memory
     * @param directory where the file is made if there are more
     */
    public Spool(int memory, Path directory) {
        this.memory = memory;
        this.directory = directory;
    }

    /** One that counts what it is given and keeps nothing: it cannot be opened. */
    public static Spool counting() {
        Spool spool = new Spool(0, Path.of(""));
        spool.counting = true;
        return spool;
    }

    /** As many bytes as {@code content} has. */
    public static Spool of(byte[] content) {
        Spool spool = new Spool(content.length, Path.of(""));
        spool.size = content.length;
        spool.bytes = new ByteArrayOutputStream(content.length);
        spool.bytes.writeBytes(content);
        return spool;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws UncheckedIOException if there is no room on disk: no fault of whoever sends */
    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        try {
            if (!counting) {
                append(from, offset, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("content cannot be kept on disk", e);
        }
        size += length;
    }

    private void append(byte[] from, int offset, int length) throws IOException {
        if (bytes != null && size + length > memory) {
            file = moved(bytes);
            bytes = null;
        }
        if (bytes != null) {
            bytes.write(from, offset, length);
        } else if (file != null) {
            writeAll(file, ByteBuffer.wrap(from, offset, length));
        } else {
            throw new IOException("closed");
        }
    }

    /** On Unix a file that is opened so has no name any more, on Windows it goes when it is closed. */
    private FileChannel moved(ByteArrayOutputStream before) throws IOException {
        Path path = Files.createTempFile(directory, "writ-", ".part");
        FileChannel made;
        try {
            made = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        try {
            writeAll(made, ByteBuffer.wrap(before.toByteArray()));
        } catch (IOException e) {
            made.close();
            throw e;
        }
        return made;
    }

    private static void writeAll(FileChannel file, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            file.write(from);
        }
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** How many of them are in memory. */
    public long inMemory() {
        return bytes == null || counting ? 0 : size;
    }

    /** Whether they are on disk. */
    public boolean isOnDisk() {
        return file != null;
    }

    /** From the first octet; may be called several times. */
    public InputStream open() throws IOException {
        if (counting) {
            throw new IOException("not kept");
        }
        if (bytes != null) {
            return new ByteArrayInputStream(bytes.toByteArray());
        }
        if (file == null || !file.isOpen()) {
            throw new IOException("closed");
        }
        return new FileStream(file);
    }

    public byte[] readAll() throws IOException {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        bytes = null;
        if (file != null) {
            file.close();
        }
    }

    /** With a position of its own; to close it does nothing. */
    private static final class FileStream extends BlockStream {
        private final FileChannel file;
        private long position;

        FileStream(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(to, offset, length), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
