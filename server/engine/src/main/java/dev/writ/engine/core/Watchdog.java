package dev.writ.engine.core;

import dev.writ.engine.model.Operation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of operations that are said to wait for nothing and hold the thread that reads requests for long nevertheless. */
final class Watchdog {
    static final Duration LONG = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private Watchdog() {}

    /** {@code work} is carried out for the operation, which waits for nothing. */
    static void watch(Operation operation, Runnable work) {
        long begin = System.nanoTime();
        try {
            work.run();
        } finally {
            long nanos = System.nanoTime() - begin;
            if (nanos > LONG.toNanos()) {
                LOG.warn(
                        "{} is said not to block, and held a thread that reads requests for {} ms",
                        operation.operationId(),
                        Duration.ofNanos(nanos).toMillis());
            }
        }
    }
}
