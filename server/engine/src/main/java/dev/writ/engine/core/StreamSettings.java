package dev.writ.engine.core;

import java.time.Duration;

/**
 * What an application may choose about content that is a sequence of items.
 *
 * @param maxRequestSize of all items of a request together, in bytes; each may be as large as another body
 * @param heartbeat how long nothing is sent to a client that waits for events before a comment is; zero for no comments
 */
public record StreamSettings(long maxRequestSize, Duration heartbeat) {
    public static final StreamSettings DEFAULT = new StreamSettings(1024L * 1024 * 1024, Duration.ofSeconds(15));

    /**
     * As chosen.
     *
     * @throws IllegalArgumentException if either is negative
     */
    public StreamSettings {
        if (maxRequestSize < 0 || heartbeat.isNegative()) {
            throw new IllegalArgumentException("neither a size nor a time is negative");
        }
    }

    public StreamSettings withMaxRequestSize(long bytes) {
        return new StreamSettings(bytes, heartbeat);
    }

    public StreamSettings withHeartbeat(Duration interval) {
        return new StreamSettings(maxRequestSize, interval);
    }
}
