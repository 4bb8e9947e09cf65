package dev.writ.engine.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers that are sent piece by piece, and the threads that they share: none has one of its own. Each asks for one piece
 * at a time, on one of a few threads that may wait for it, so what waits there is as many tasks as there are answers, at
 * most. Thread-safe.
 */
final class Streams {
    /** Threads on which pieces are made. */
    static final int PULLERS = 16;
    /** Threads on which the makers of pieces are told to stop, and close what they read from. */
    private static final int CLOSERS = 4;

    private static final Duration TICK = Duration.ofMillis(100);

    private final Set<StreamedAnswer> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor pullers = pool("writ-stream", PULLERS);
    private final ThreadPoolExecutor closers = pool("writ-stream-end", CLOSERS);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "writ-stream-clock"));
    private final Future<?> ticking;
    private volatile boolean stopping;

    Streams() {
        ticking = clock.scheduleWithFixedDelay(
                () -> open.forEach(StreamedAnswer::tick), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadPoolExecutor pool(String name, int size) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, name + "-" + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Where pieces are asked for. */
    Executor pullers() {
        return pullers;
    }

    /** Where nothing more is asked for. */
    Executor closers() {
        return closers;
    }

    void add(StreamedAnswer answer) {
        open.add(answer);
        if (stopping) {
            answer.stop();
        }
    }

    void remove(StreamedAnswer answer) {
        open.remove(answer);
    }

    /** How many are under way. */
    int size() {
        return open.size();
    }

    /** Ends those that would go on for as long as their clients wait: after the piece that is under way. */
    void stop() {
        stopping = true;
        open.forEach(StreamedAnswer::stop);
    }

    /** Waits until all have ended, at most so long. */
    void awaitEnded(Duration longest) throws InterruptedException {
        long begin = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - begin < longest.toNanos()) {
            Thread.sleep(10);
        }
    }

    /** Breaks off what still runs, and ends the threads. */
    void close() {
        open.forEach(StreamedAnswer::breakOff);
        ticking.cancel(false);
        clock.shutdownNow();
        closers.shutdown();
        try {
            closers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pullers.shutdownNow();
        closers.shutdownNow();
    }
}
