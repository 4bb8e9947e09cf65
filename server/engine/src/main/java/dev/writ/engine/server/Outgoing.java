package dev.writ.engine.server;

import dev.writ.engine.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Sends one answer, without waiting, no faster than the client takes it. Used by one thread at a time. */
final class Outgoing {
    /** So much of the content is given to the network at once. */
    private static final int SLICE = 64 * 1024;

    private final Channel channel;
    private final Deadline deadline;
    private final Duration patience;
    private final ByteBuffer content;
    private final Runnable sent;

    private Outgoing(Channel channel, Deadline deadline, Duration patience, ByteBuffer content, Runnable sent) {
        this.channel = channel;
        this.deadline = deadline;
        this.patience = patience;
        this.content = content;
        this.sent = sent;
    }

    /**
     * Sends {@code response}, which is there as a whole.
     *
     * @param last whether the connection ends with it
     * @param patience for each of its slices
     * @param sent called when the network has taken all of it
     */
    static void send(
            Response response,
            Turn turn,
            boolean last,
            Channel channel,
            Deadline deadline,
            Duration patience,
            Runnable sent) {
        byte[] bytes = turn.isHead() ? new byte[0] : response.content().bytes();
        byte[] head = ResponseWriter.head(response, length(response, turn), false, connection(turn, last));
        int first = Math.min(bytes.length, Math.max(0, SLICE - head.length));
        ByteBuffer begin = ByteBuffer.allocate(head.length + first)
                .put(head)
                .put(bytes, 0, first)
                .flip();
        ByteBuffer rest = ByteBuffer.wrap(bytes, first, bytes.length - first);
        Outgoing outgoing = new Outgoing(channel, deadline, patience, rest, sent);
        deadline.in(patience);
        channel.write(begin, outgoing::next);
    }

    static Optional<String> connection(Turn turn, boolean last) {
        if (last) {
            return Optional.of("close");
        }
        return turn.isCurrent() ? Optional.empty() : Optional.of("keep-alive");
    }

    /** RFC 9110, section 8.6. */
    private static Optional<String> length(Response response, Turn turn) {
        if (response.status() == 204 || response.status() == 304) {
            return Optional.empty();
        }
        return turn.isHead()
                ? response.headers().first("Content-Length")
                : Optional.of(Integer.toString(response.content().bytes().length));
    }

    private void next() {
        if (!content.hasRemaining()) {
            deadline.never();
            sent.run();
            return;
        }
        ByteBuffer slice = content.slice().limit(Math.min(SLICE, content.remaining()));
        content.position(content.position() + slice.remaining());
        deadline.in(patience);
        channel.write(slice, this::next);
    }
}
