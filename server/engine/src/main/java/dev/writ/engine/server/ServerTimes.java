package dev.writ.engine.server;

import java.time.Duration;

/**
 * How long a client may take, and an operation that no thread is at.
 *
 * @param idle between two requests
 * @param head from the first octet of a request to the end of its header section: 408 after that
 * @param content for all of the content that fits into memory: 408 after that
 * @param contentGrace from when on content has to come at {@code contentRate}: 408 if it does not
 * @param contentRate on average, in bytes per second
 * @param answer for an operation that answers after its method has returned: 503 after that
 * @param write to take some 64 KiB of an answer
 * @param flow for the next octets of content that a handler reads while it comes
 * @param firstPiece for the first piece of an answer in pieces, before its head is sent: until then another may be sent instead
 * @param linger to take the end of an answer after which the connection is closed
 */
public record ServerTimes(
        Duration idle,
        Duration head,
        Duration content,
        Duration contentGrace,
        int contentRate,
        Duration answer,
        Duration write,
        Duration flow,
        Duration firstPiece,
        Duration linger) {
    public static final ServerTimes DEFAULT = new ServerTimes(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofSeconds(10),
            1024,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    public ServerTimes withFirstPiece(Duration choice) {
        return new ServerTimes(idle, head, content, contentGrace, contentRate, answer, write, flow, choice, linger);
    }
}
