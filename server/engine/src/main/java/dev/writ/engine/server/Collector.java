package dev.writ.engine.server;

import dev.writ.engine.core.Intake;
import dev.writ.engine.http.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content of one request on its way into memory or onto disk, within a limit of its own and the budget of all. Used by one
 * thread at a time.
 */
final class Collector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    /** Of content that is written to disk, in bytes: so much at once, by a thread that may wait for the disk. */
    static final int BLOCK = 128 * 1024;

    private static final byte[] NOTHING = new byte[0];

    private final long limit;
    private final long most;
    private final Optional<Spool> spool;
    private final ContentBudget budget;
    private byte[] bytes = NOTHING;
    private int size;
    private long total;
    private long taken;
    private boolean isOverBudget;

    /** {@code declared} is how much there is, if that is known. */
    Collector(Intake intake, OptionalLong declared, ContentBudget budget, Path directory) {
        this.limit = intake.limit();
        this.most = declared.orElse(Long.MAX_VALUE);
        this.budget = budget;
        this.spool = intake.kind() == Intake.Kind.SPOOLED ? Optional.of(new Spool(0, directory)) : Optional.empty();
    }

    void add(byte[] from, int offset, int length) {
        total += length;
        if (isTooLarge() || isOverBudget) {
            return;
        }
        if (size + length > bytes.length && !grow(size + length)) {
            isOverBudget = true;
            return;
        }
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    private boolean grow(int needed) {
        int larger = (int) Math.min(most, bytes.length == 0 ? needed : Math.max(needed, 2L * bytes.length));
        if (!budget.take(larger - bytes.length)) {
            return false;
        }
        taken += larger - bytes.length;
        bytes = Arrays.copyOf(bytes, larger);
        return true;
    }

    /** Of what has come, in bytes. */
    long total() {
        return total;
    }

    boolean isTooLarge() {
        return total > limit;
    }

    boolean isOverBudget() {
        return isOverBudget;
    }

    long limit() {
        return limit;
    }

    /** Whether there is so much in memory that {@link #flush} is worth it. */
    boolean isBlockFull() {
        return spool.isPresent() && size >= BLOCK;
    }

    /**
     * Moves to disk what is in memory. Waits for the disk.
     *
     * @throws UncheckedIOException if there is no room: no fault of whoever sends
     */
    void flush() {
        spool.ifPresent(disk -> {
            try {
                disk.write(bytes, 0, size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            size = 0;
        });
    }

    /** Whether there is something in memory that belongs to what is on disk. */
    boolean hasRest() {
        return size > 0 && !isInMemory();
    }

    /** Little is not worth a file. */
    private boolean isInMemory() {
        return spool.isEmpty() || spool.get().size() == 0;
    }

    /** Hands over all of it. What is on disk has to have been flushed. */
    void complete(ReceivedContent content) {
        if (isInMemory()) {
            content.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        } else {
            content.complete(spool.orElseThrow());
        }
    }

    /** Frees the memory and the disk: whoever reads the content has done so. */
    @Override
    public void close() {
        budget.giveBack(taken);
        taken = 0;
        bytes = NOTHING;
        spool.ifPresent(disk -> {
            try {
                disk.close();
            } catch (IOException e) {
                LOG.warn("A file of a request could not be closed", e);
            }
        });
    }
}
