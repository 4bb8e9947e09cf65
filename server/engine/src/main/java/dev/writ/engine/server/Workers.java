package dev.writ.engine.server;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The threads on which requests run that may wait for something, and a bounded number of places for such requests: each
 * takes one from its admission until it is answered. Nobody gets one who would wait too long for a thread, going by how long
 * tasks have taken of late: an answer that comes when its client has lost patience is work for nothing, and so would be all
 * others behind it. Thread-safe.
 */
final class Workers {
    /** A task counts for so much of the mean of how long they take. */
    private static final int SHARE = 32;

    private final int size;
    private final int places;
    private final long longestWait;
    private final LongSupplier clock;
    private final AtomicLong taken = new AtomicLong();
    private final Semaphore free;
    private final Semaphore flowing;
    private final ThreadPoolExecutor threads;

    /**
     * Threads, which wait for tasks.
     *
     * @param waiting how many requests may wait for a thread
     * @param clock nanoseconds
     */
    Workers(int size, int waiting, Duration longestWait, LongSupplier clock) {
        this.clock = clock;
        this.size = size;
        this.longestWait = longestWait.toNanos();
        this.places = size + waiting;
        this.free = new Semaphore(places, true);
        this.flowing = new Semaphore(Math.max(1, size / 2));
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "writ-worker-" + number.incrementAndGet()));
        threads.prestartAllCoreThreads();
    }

    /** Takes a place; false if all are taken, or one would be to wait too long. Who got one must {@link #leave}. */
    boolean enter() {
        return threads.getQueue().size() * (taken.get() / size) <= longestWait && free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    /**
     * Takes a place for a request whose content is read while its client sends it: at most half of the threads, since it is for
     * the client to say how long that takes. Who got one must {@link #leaveFlowing}, besides {@link #leave}.
     */
    boolean enterFlowing() {
        if (!flowing.tryAcquire()) {
            return false;
        }
        boolean entered = enter();
        if (!entered) {
            flowing.release();
        }
        return entered;
    }

    void leaveFlowing() {
        flowing.release();
    }

    /** Runs a task as soon as there is a thread, or {@code late} if it is much too late by then. */
    void execute(Runnable task, Runnable late) {
        long since = clock.getAsLong();
        threads.execute(() -> {
            long begin = clock.getAsLong();
            if (begin - since > 2 * longestWait) {
                late.run();
                return;
            }
            task.run();
            long nanos = clock.getAsLong() - begin;
            taken.getAndUpdate(mean -> mean + (nanos - mean) / SHARE);
        });
    }

    /** Waits until every place is free, at most so long, and lets nobody in any more if that succeeds. */
    void awaitIdle(Duration longest) throws InterruptedException {
        if (free.tryAcquire(places, longest.toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdown();
        }
    }

    /** Ends the threads; interrupts what still runs. */
    void stop() {
        threads.shutdownNow();
    }
}
