package dev.writ.engine.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What is sent between pieces while none comes, so that neither side takes the other for gone.
 *
 * @param text means nothing to whoever reads it
 * @param interval since the last piece or heartbeat
 */
public record Heartbeat(String text, Duration interval) {

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
