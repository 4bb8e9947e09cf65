package dev.writ.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock on a small file. The operating system keeps other processes out, and lets go when this one dies; it knows no
 * threads, so a lock of the JVM keeps those out.
 */
final class FileMigrationLock {
    private static final ReentrantLock OF_THIS_JVM = new ReentrantLock();

    private FileMigrationLock() {}

    /** Waits as long as somebody else has it. The file stays: without it, two could lock two files of one name. */
    static <T> T holding(Path file, Supplier<T> work) {
        OF_THIS_JVM.lock();
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.attributes(file))) {
            channel.lock();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock " + file + " cannot be taken", e);
        } finally {
            OF_THIS_JVM.unlock();
        }
    }
}
