package dev.writ.engine.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which requests run that may wait for something, and a bounded number of places for such requests: each
 * takes one from its admission until it is answered. Thread-safe.
 */
final class Workers implements Executor {
    private final int places;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    /** {@code waiting} is how many requests may wait for a thread. */
    Workers(int size, int waiting) {
        this.places = size + waiting;
        this.free = new Semaphore(places, true);
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "writ-worker-" + number.incrementAndGet()));
    }

    /** Takes a place; false if all are taken. Who got one must {@link #leave}. */
    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
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
