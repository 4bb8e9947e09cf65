package dev.writ.engine.grizzly;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Answers that are written and wait, in Grizzly's queues, for clients that are slow to read. No thread waits for those; a
 * stop has to. Thread-safe.
 */
final class UnsentAnswers extends ConnectionProbe.Adapter {
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private final Set<Connection<?>> open = ConcurrentHashMap.newKeySet();

    @Override
    @SuppressWarnings("rawtypes") // as Grizzly has it
    public void onAcceptEvent(Connection server, Connection client) {
        open.add(client);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void onCloseEvent(Connection connection) {
        open.remove(connection);
    }

    /** Waits until all are sent, at most so long. */
    void awaitSent(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        while (open.stream().anyMatch(UnsentAnswers::isUnsent) && System.nanoTime() - start < longest.toNanos()) {
            Thread.sleep(INTERVAL.toMillis());
        }
    }

    private static boolean isUnsent(Connection<?> connection) {
        return connection instanceof NIOConnection queued
                && !queued.getAsyncWriteQueue().isEmpty();
    }
}
