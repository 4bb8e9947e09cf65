package dev.writ.engine.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers that are sent piece by piece, and the threads that they share: none has one of its own, unless whoever makes its
 * pieces makes a thread wait. Each asks for one piece at a time, so what waits there is as many tasks as there are answers, at
 * most. Thread-safe.
 */
final class Streams {
    /** Threads on which pieces are made, as long as that takes no time. */
    private static final int PULLERS = 8;
    /** So many more are made at a time when those that there are wait. */
    private static final int MORE = 16;
    /** How long a task has waited for a thread when more are made. */
    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** Threads on which the makers of pieces are told to stop, and close what they read from. */
    private static final int CLOSERS = 4;

    private static final Duration TICK = Duration.ofMillis(100);

    private final int mostThreads;
    private final int mostOpen;
    private final Set<StreamedAnswer> open = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor pullers = pool("writ-stream", PULLERS, waiting);
    private final ThreadPoolExecutor closers = pool("writ-stream-end", CLOSERS, new LinkedBlockingQueue<>());
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "writ-stream-clock"));
    private final Future<?> ticking;
    private final Object ending = new Object();
    private volatile boolean stopping;

    /** A task, and since when it waits. */
    private record Pull(Runnable task, long since) implements Runnable {
        @Override
        public void run() {
            task.run();
        }
    }

    /**
     * None yet.
     *
     * @param mostOpen answers at a time
     * @param mostThreads that may wait for pieces at a time
     */
    Streams(int mostOpen, int mostThreads) {
        this.mostOpen = mostOpen;
        this.mostThreads = Math.max(PULLERS, mostThreads);
        ticking = clock.scheduleWithFixedDelay(
                () -> Guard.run(this::tick), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadPoolExecutor pool(String name, int size, LinkedBlockingQueue<Runnable> queue) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, 10, TimeUnit.SECONDS, queue, task -> daemon(task, name + "-" + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void tick() {
        open.forEach(answer -> Guard.run(answer::tick));
        boolean stuck = waiting.peek() instanceof Pull first && System.nanoTime() - first.since() > PATIENCE.toNanos();
        int size = pullers.getCorePoolSize();
        if (stuck && size < mostThreads) {
            int larger = Math.min(mostThreads, size + MORE);
            pullers.setMaximumPoolSize(larger);
            pullers.setCorePoolSize(larger);
        } else if (!stuck && size > PULLERS && pullers.getActiveCount() < PULLERS) {
            pullers.setCorePoolSize(PULLERS);
            pullers.setMaximumPoolSize(PULLERS);
        }
    }

    /** Asks for a piece, in a thread that may wait for it. */
    void pull(Runnable task) {
        try {
            pullers.execute(new Pull(task, System.nanoTime()));
        } catch (RejectedExecutionException e) {
            // All of them are being broken off.
        }
    }

    /** Tells somebody to stop, in a thread that may wait for that. */
    void close(Runnable task) {
        try {
            closers.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /** Whether there may be another one. */
    boolean hasRoom() {
        return open.size() < mostOpen;
    }

    void add(StreamedAnswer answer) {
        open.add(answer);
        if (stopping) {
            answer.stop();
        }
    }

    void remove(StreamedAnswer answer) {
        open.remove(answer);
        if (stopping && open.isEmpty()) {
            synchronized (ending) {
                ending.notifyAll();
            }
        }
    }

    /** Ends those that would go on for as long as their clients wait: after the piece that is under way. */
    void stop() {
        stopping = true;
        open.forEach(StreamedAnswer::stop);
    }

    /** Waits until all have ended, at most so long. */
    void awaitEnded(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (ending) {
            for (long left = end - System.nanoTime(); !open.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(ending, left);
            }
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
