package dev.writ.engine.server;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the content of all requests together may take before it is complete, in bytes. Thread-safe. */
final class ContentBudget {
    private final AtomicLong left;

    ContentBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** False if there is not that much left; what was taken is to be given back. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
