package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.writ.engine.http.Response;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An answer that is sent piece by piece: in chunks (RFC 9112, section 7.1) if its length is not known. Used by one thread at a time. */
final class OutgoingPieces {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] END_OF_CHUNK = "\r\n".getBytes(US_ASCII);

    private final Channel channel;
    private final Turn turn;
    private final Response response;
    private final Optional<Long> length;
    private final boolean chunked;
    private final boolean last;
    private final Runnable sent;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile boolean idle = true;
    private long written;

    OutgoingPieces(Response response, Turn turn, boolean last, Channel channel, Runnable sent) {
        this.channel = channel;
        this.turn = turn;
        this.response = response;
        this.length = response.headers().first("Content-Length").map(Long::parseLong);
        this.chunked = length.isEmpty() && turn.isCurrent();
        // To HTTP/1.0 the end of the connection is the end of the content.
        this.last = last || (length.isEmpty() && !chunked);
        this.sent = sent;
    }

    /** Whether nothing else can be sent on the connection. */
    boolean isLast() {
        return last;
    }

    /** Sends the head; {@code gone} is called when the connection has ended. */
    void begin(Runnable gone) {
        turn.onGone(gone);
        send(ByteBuffer.wrap(
                ResponseWriter.head(response, length.map(String::valueOf), chunked, Outgoing.connection(turn, last))));
    }

    private void send(ByteBuffer bytes) {
        idle = false;
        channel.write(bytes, () -> {
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

    /** Only when {@link #canWrite}. */
    void write(ByteBuffer piece) {
        if (!piece.hasRemaining()) {
            return;
        }
        written += piece.remaining();
        send(chunked ? chunk(piece) : piece);
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
        } else if (chunked) {
            channel.write(ByteBuffer.wrap(LAST_CHUNK), sent);
        } else {
            sent.run();
        }
    }

    /** Without: clients see that something is missing (RFC 9112, section 8). */
    void breakOff() {
        channel.close();
    }
}
