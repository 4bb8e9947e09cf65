package dev.writ.engine.validate.form;

import java.nio.file.Path;

/**
 * Bounds of bodies that need not be in memory: multipart, and octets.
 *
 * @param size of a whole body, in bytes
 * @param partSize of each part, in bytes
 * @param parts how many a body may have, those of its parts among them
 * @param memory bytes of one body that are kept in memory: so much for all fields that are no files, which must fit in, and
 *     as much for files, which are kept on disk if they do not; at most 128 of one body
 * @param directory where files are kept until the request has been answered
 */
public record UploadLimits(long size, long partSize, int parts, int memory, Path directory) {
    private static final long MIB = 1024L * 1024;

    public static final UploadLimits DEFAULT =
            new UploadLimits(32 * MIB, 32 * MIB, 1_000, (int) MIB, Path.of(System.getProperty("java.io.tmpdir", ".")));

    public UploadLimits withSize(long bytes) {
        return new UploadLimits(bytes, partSize, parts, memory, directory);
    }

    public UploadLimits withPartSize(long bytes) {
        return new UploadLimits(size, bytes, parts, memory, directory);
    }

    public UploadLimits withParts(int count) {
        return new UploadLimits(size, partSize, count, memory, directory);
    }

    public UploadLimits withMemory(int bytes) {
        return new UploadLimits(size, partSize, parts, bytes, directory);
    }

    public UploadLimits withDirectory(Path choice) {
        return new UploadLimits(size, partSize, parts, memory, choice);
    }
}
