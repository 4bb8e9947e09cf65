package dev.writ.service.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Copies an SQLite database, as it is at one moment, into a file of its own, while others go on reading and writing. */
final class SqliteBackup {
    private SqliteBackup() {}

    /** The file is for its owner only, and on the disk when this returns. */
    static void write(Jdbi database, Path file) {
        try {
            Files.createFile(file, OwnerOnly.attributes(file.toAbsolutePath()));
        } catch (FileAlreadyExistsException e) {
            throw new BackupException(file + " is there already", e);
        } catch (IOException e) {
            throw new BackupException(file + " cannot be written: " + RootCause.describe(e), e);
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            database.useHandle(handle -> handle.execute("VACUUM INTO ?", file.toString()));
            written.force(true);
        } catch (IOException | JdbiException e) {
            discard(file, e);
            throw new BackupException(file + " cannot be written: " + RootCause.describe(e), e);
        }
    }

    /** Half a backup is none. */
    private static void discard(Path file, Exception failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
