package dev.writ.service.database;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The attributes of a new file that nobody but its owner may read, where the file system knows such things. */
final class OwnerOnly {
    private static final FileAttribute<?>[] READ_AND_WRITE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private OwnerOnly() {}

    static FileAttribute<?>[] attributes(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? READ_AND_WRITE.clone() : new FileAttribute<?>[0];
    }
}
