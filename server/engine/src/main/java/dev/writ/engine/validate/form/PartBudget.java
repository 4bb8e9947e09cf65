package dev.writ.engine.validate.form;

import dev.writ.engine.http.LimitedStream;
import dev.writ.engine.http.MultipartException;
import dev.writ.engine.http.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** What one body may still take, however its parts stand within each other. Not thread-safe. */
final class PartBudget {
    /** Files that are not larger stay in memory: each on disk takes a descriptor. */
    private static final int SMALL = 8 * 1024;

    private static final int MAX_ON_DISK = 128;

    private final UploadLimits limits;
    private final Consumer<Spool> keep;
    private final boolean counting;
    private int parts;
    /** What fields that are no files may still take in memory. */
    private int fields;
    /** What files may still take there before they go to disk. */
    private int memory;

    private int onDisk;

    /**
     * All that the limits allow.
     *
     * @param keep is given each spool before it has anything, and has to close it
     * @param counting whether files are counted, and nobody opens them
     */
    PartBudget(UploadLimits limits, Consumer<Spool> keep, boolean counting) {
        this.counting = counting;
        this.limits = limits;
        this.keep = keep;
        this.fields = limits.memory();
        this.memory = limits.memory();
    }

    void count() throws MultipartException {
        if (++parts > limits.parts()) {
            throw new MultipartException("there are more than " + limits.parts() + " parts");
        }
    }

    InputStream bounded(InputStream part) {
        return new LimitedStream(part, limits.partSize());
    }

    byte[] inMemory(InputStream part) throws IOException {
        byte[] bytes = new LimitedStream(part, Math.min(fields, limits.partSize())).readAllBytes();
        fields -= bytes.length;
        return bytes;
    }

    Spool spooled(InputStream part) throws IOException, MultipartException {
        Spool spool = counting ? Spool.counting() : new Spool(Math.max(memory, SMALL), limits.directory());
        keep.accept(spool);
        bounded(part).transferTo(spool);
        memory = Math.max(0, memory - (int) spool.inMemory());
        if (spool.isOnDisk() && ++onDisk > MAX_ON_DISK) {
            throw new MultipartException("there are more than " + MAX_ON_DISK + " large files");
        }
        return spool;
    }
}
