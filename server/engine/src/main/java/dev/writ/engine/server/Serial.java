package dev.writ.engine.server;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one at a time, in their order, in the thread of whoever brings one while none runs: what they share needs no
 * lock. A task must not wait. Thread-safe.
 */
final class Serial {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Consumer<Throwable> failed;

    /** {@code failed} is told what a task throws. */
    Serial(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    void run(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        do {
            Runnable next = tasks.poll();
            try {
                if (next != null) {
                    next.run();
                }
            } catch (Throwable e) {
                // Whatever it is: those that wait must have their turn, and whoever brought it is not to blame.
                Guard.run(() -> failed.accept(e));
            }
        } while (waiting.decrementAndGet() > 0);
    }
}
