package dev.writ.engine.schema.evaluate;

import java.util.concurrent.atomic.AtomicLong;

/** The steps that all checks of some schemas may take together; each has a limit of its own besides. Thread-safe. */
final class Allowance {
    private final boolean endless;
    private final AtomicLong left;

    private Allowance(boolean endless, long steps) {
        this.endless = endless;
        this.left = new AtomicLong(steps);
    }

    static Allowance unlimited() {
        return new Allowance(true, 0);
    }

    static Allowance of(long steps) {
        return new Allowance(false, steps);
    }

    /** What one check may take that may take {@code max} at most. */
    int steps(int max) {
        return endless ? max : (int) Math.max(0, Math.min(max, left.get()));
    }

    void spend(int steps) {
        if (!endless) {
            left.addAndGet(-steps);
        }
    }
}
