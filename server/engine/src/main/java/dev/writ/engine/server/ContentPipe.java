package dev.writ.engine.server;

import dev.writ.engine.http.BlockStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Content that is read while it comes: one thread brings it and never waits, another reads and waits for it, as long as it
 * comes at all. It holds {@value #CAPACITY} bytes. Thread-safe.
 */
final class ContentPipe extends BlockStream {
    static final int CAPACITY = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Duration patience;
    private final Runnable drained;
    private final byte[] ring = new byte[CAPACITY];
    private int begin;
    private int size;
    /** Whether somebody has been told that there is no room. */
    private boolean awaited;

    private boolean complete;
    private boolean closed;
    private Optional<String> failure = Optional.empty();

    /**
     * Empty.
     *
     * @param patience how long it waits for the next byte
     * @param drained called when there is room for a good deal again, where there was none
     */
    ContentPipe(Duration patience, Runnable drained) {
        this.patience = patience;
        this.drained = drained;
    }

    /** How many bytes it would take now; all, if nobody reads any more. */
    int room() {
        lock.lock();
        try {
            awaited |= !closed && size == CAPACITY;
            return closed ? Integer.MAX_VALUE : CAPACITY - size;
        } finally {
            lock.unlock();
        }
    }

    /** No more than there is room for. */
    void add(byte[] from, int offset, int length) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            Objects.checkIndex(length, CAPACITY - size + 1);
            int at = (begin + size) % CAPACITY;
            int first = Math.min(length, CAPACITY - at);
            System.arraycopy(from, offset, ring, at, first);
            System.arraycopy(from, offset + first, ring, 0, length - first);
            size += length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes. */
    void complete() {
        lock.lock();
        try {
            complete = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes, although there should be more. */
    void fail(String why) {
        lock.lock();
        try {
            if (!complete) {
                failure = Optional.of(why);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        boolean hasRoom;
        int taken;
        lock.lock();
        try {
            await();
            if (size == 0) {
                return -1;
            }
            taken = Math.min(length, size);
            int first = Math.min(taken, CAPACITY - begin);
            System.arraycopy(ring, begin, to, offset, first);
            System.arraycopy(ring, 0, to, offset + first, taken - first);
            begin = (begin + taken) % CAPACITY;
            size -= taken;
            hasRoom = awaited && size <= CAPACITY / 2;
            awaited &= !hasRoom;
        } finally {
            lock.unlock();
        }
        if (hasRoom) {
            drained.run();
        }
        return taken;
    }

    /** Until there is a byte, or will be none. */
    private void await() throws IOException {
        long left = patience.toNanos();
        while (size == 0 && !complete) {
            if (closed) {
                throw new IOException("closed");
            }
            if (failure.isPresent()) {
                throw new IOException(failure.get());
            }
            if (left <= 0) {
                throw new IOException("nothing more of the content came within " + patience.toSeconds() + " s");
            }
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** What still comes is dropped. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        drained.run();
    }
}
