package dev.writ.service;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the process, however it comes: what is open is closed, the last one first, and then the log. One hook does
 * all of it, because hooks run side by side. Thread-safe.
 */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    /** Has the Java runtime do it; to be called once. */
    static Shutdown atExit() {
        Shutdown shutdown = new Shutdown();
        Thread hook = new Thread(
                () -> {
                    shutdown.close();
                    Logging.stop();
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        return shutdown;
    }

    /** Has a resource closed at the end, before those that were given earlier. */
    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    void close() {
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.error("{} cannot be closed", resource, e);
            }
        }
    }
}
