package dev.writ.engine.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps threads alive that everybody depends on, where memory is at its end as well. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private Guard() {}

    /** Whatever the task throws goes to the log, if that is possible. */
    static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            report(e);
        }
    }

    static void report(Throwable cause) {
        try {
            LOG.error("A task of the server has failed", cause);
        } catch (Throwable unspeakable) {
            // Nothing is left to do for it, and others wait.
        }
    }
}
