package dev.writ.service;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which load balancers learn that the service is about to stop: to give the notice takes that time.
 * Thread-safe.
 */
final class StopNotice {
    private static final Logger LOG = LoggerFactory.getLogger(StopNotice.class);

    private final Duration delay;
    private volatile boolean given;

    StopNotice(Duration delay) {
        this.delay = delay;
    }

    /** Why the service is not ready; empty until the notice is given. */
    Optional<String> obstacle() {
        return given ? Optional.of("The service is about to stop.") : Optional.empty();
    }

    void give() throws InterruptedException {
        given = true;
        if (!delay.isZero()) {
            LOG.info("Stopping in {} seconds; requests are still taken", delay.toSeconds());
            Thread.sleep(delay.toMillis());
        }
    }
}
