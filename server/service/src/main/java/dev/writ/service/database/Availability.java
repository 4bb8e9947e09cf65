package dev.writ.service.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known about whether the database answers. Requests and probes report what they met; a report about a phase
 * that is over is ignored. Thread-safe; nothing here waits but {@link #awaitReport}.
 */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    /** A probe without an answer for so long is one that has failed. */
    private static final long PROBE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Semaphore reports = new Semaphore(0);
    private volatile Phase phase = Phase.up();
    private volatile Probe probe = Probe.NONE;

    /** How it is now. */
    Phase phase() {
        Phase now = phase;
        if (now.isUp() && probe.isOverdue()) {
            lost(now, "it has not answered for a second");
        }
        return phase;
    }

    /** To be told by the monitor, which gets the phase that it is about to judge. */
    Phase probeBegins() {
        probe = new Probe(true, System.nanoTime());
        return phase;
    }

    void probeEnds() {
        probe = Probe.NONE;
    }

    void lost(Phase seen, String reason) {
        if (seen.isUp() && follow(seen, Phase.down(reason))) {
            LOG.warn("The database is down: {}", reason);
            reports.release();
        }
    }

    void answered(Phase seen) {
        if (!seen.isUp() && follow(seen, Phase.up())) {
            LOG.info("The database is up again");
        }
    }

    /** For good. */
    synchronized void close() {
        phase = Phase.down("it has been closed");
    }

    /** Waits until a loss is reported, or for some time. */
    void awaitReport(Duration atMost) throws InterruptedException {
        if (reports.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            reports.drainPermits();
        }
    }

    private synchronized boolean follow(Phase seen, Phase next) {
        if (phase != seen) {
            return false;
        }
        phase = next;
        return true;
    }

    /** A time in which the database was up, or down for a reason. No two are equal. */
    static final class Phase {
        private final boolean up;
        private final String reason;

        private Phase(boolean up, String reason) {
            this.up = up;
            this.reason = reason;
        }

        private static Phase up() {
            return new Phase(true, "");
        }

        private static Phase down(String reason) {
            return new Phase(false, reason);
        }

        boolean isUp() {
            return up;
        }

        /** Why it is down. */
        String reason() {
            return reason;
        }
    }

    private record Probe(boolean running, long startNanos) {
        private static final Probe NONE = new Probe(false, 0);

        private boolean isOverdue() {
            return running && System.nanoTime() - startNanos > PROBE_NANOS;
        }
    }
}
