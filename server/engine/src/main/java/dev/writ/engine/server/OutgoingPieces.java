package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.writ.engine.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An answer that is sent piece by piece: in chunks (RFC 9112, section 7.1) if its length is not known. Used by one thread at a time. */
final class OutgoingPieces {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] END_OF_CHUNK = "\r\n".getBytes(US_ASCII);

    private final Channel channel;
    private final Deadline deadline;
    private final Duration patience;
    private final Turn turn;
    private final Response response;
    private final Optional<Long> length;
    private final boolean chunked;
    private final boolean last;
    private final Runnable sent;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile boolean idle = true;
    private boolean begun;
    private long written;

    /**
     * Nothing is sent yet.
     *
     * @param last whether the connection ends with it
     * @param deadline for the client to take each piece, within {@code patience}
     * @param sent called when the network has taken all of it
     */
    OutgoingPieces(
            Response response,
            Turn turn,
            boolean last,
            Channel channel,
            Deadline deadline,
            Duration patience,
            Runnable sent) {
        this.channel = channel;
        this.deadline = deadline;
        this.patience = patience;
        this.turn = turn;
        this.response = response;
        this.length = response.headers().first("Content-Length").map(Long::parseLong);
        this.chunked = length.isEmpty() && turn.isCurrent();
        this.last = last;
        this.sent = sent;
    }

    /** {@code gone} is called when the connection has ended. */
    void onGone(Runnable gone) {
        turn.onGone(gone);
    }

    private void send(ByteBuffer bytes) {
        idle = false;
        deadline.in(patience);
        channel.write(bytes, () -> {
            deadline.never();
            idle = true;
            wake();
        });
    }

    private void wake() {
        Runnable task = waiting.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    /** Whether the network has taken all that was written. */
    boolean canWrite() {
        return idle;
    }

    /** Calls back, once, when it has. */
    void notifyCanWrite(Runnable task) {
        waiting.set(task);
        if (idle) {
            wake();
        }
    }

    /** Only when {@link #canWrite}. The head goes before the first piece, which may be an empty one. */
    void write(ByteBuffer piece) {
        written += piece.remaining();
        if (length.filter(declared -> declared < written).isPresent()) {
            breakOff();
            return;
        }
        ByteBuffer framed = chunked && piece.hasRemaining() ? chunk(piece) : piece;
        if (!begun) {
            begun = true;
            send(joined(head(), framed));
        } else if (framed.hasRemaining()) {
            send(framed);
        }
    }

    private ByteBuffer head() {
        return ByteBuffer.wrap(
                ResponseWriter.head(response, length.map(String::valueOf), chunked, Outgoing.connection(turn, last)));
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    private static ByteBuffer chunk(ByteBuffer piece) {
        byte[] size = (Integer.toHexString(piece.remaining()) + "\r\n").getBytes(US_ASCII);
        return ByteBuffer.allocate(size.length + piece.remaining() + END_OF_CHUNK.length)
                .put(size)
                .put(piece)
                .put(END_OF_CHUNK)
                .flip();
    }

    /** With the end of the content. */
    void finish() {
        if (length.filter(declared -> declared != written).isPresent()) {
            breakOff();
            return;
        }
        ByteBuffer end = chunked ? ByteBuffer.wrap(LAST_CHUNK) : ByteBuffer.allocate(0);
        ByteBuffer rest = begun ? end : joined(head(), end);
        begun = true;
        if (rest.hasRemaining()) {
            deadline.in(patience);
            channel.write(rest, sent);
        } else {
            sent.run();
        }
    }

    /** Without: clients see that something is missing (RFC 9112, section 8). */
    void breakOff() {
        channel.close();
    }
}
