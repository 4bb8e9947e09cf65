package dev.writ.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells a file from another of the same name. A process that has a file open goes on writing into it after it was
 * deleted or replaced, and nobody ever reads that.
 *
 * @param key what the file system calls it; empty where it has no such names
 */
record FileIdentity(Path file, Optional<Object> key) implements StorageCheck {

    static FileIdentity of(Path file) {
        try {
            return new FileIdentity(file, key(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be looked at", e);
        }
    }

    @Override
    public void verify() {
        Optional<Object> now;
        try {
            now = key(file);
        } catch (IOException e) {
            throw new DatabaseLostException("The file " + file + " is gone: " + e);
        }
        if (!now.equals(key)) {
            throw new DatabaseLostException("The file " + file + " was replaced by another one");
        }
    }

    private static Optional<Object> key(Path file) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }
}
