package dev.writ.engine.grizzly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteHandler;
import org.glassfish.grizzly.http.io.NIOOutputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A response of Grizzly's that is written without waiting and outlives the call that began it. Used by one thread at a time. */
final class OutgoingPieces {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingPieces.class);

    private final Request request;
    private final Response response;
    private final Connection<?> connection;
    private final NIOOutputStream stream;
    private final GoneClients clients;
    private final boolean onWorker;
    private final boolean isSized;
    private final int queueSize;
    /** What is still to come of a content whose length has been told, in bytes. */
    private long left;

    /** @param length of the content, in bytes; where it is told, the connection may serve another request afterwards */
    OutgoingPieces(Request request, Response response, GoneClients clients, boolean onWorker, Optional<Long> length) {
        this.clients = clients;
        this.request = request;
        this.response = response;
        this.connection = request.getContext().getConnection();
        this.stream = response.getNIOOutputStream();
        this.onWorker = onWorker;
        this.isSized = length.isPresent();
        this.left = length.orElse(0L);
        this.queueSize = connection.getMaxAsyncWriteQueueSize();
    }

    /** Sends the head; {@code gone} is called when the connection is closed, by whomever. */
    void begin(Runnable gone) throws IOException {
        // One piece at a time is on its way: what is not taken by the network yet keeps the next one waiting.
        connection.setMaxAsyncWriteQueueSize(1);
        response.suspend(-1, java.util.concurrent.TimeUnit.MILLISECONDS, new EmptyCompletionHandler<>() {
            @Override
            public void cancelled() {
                gone.run();
            }
        });
        if (!onWorker) {
            request.getContext().suspend();
        }
        stream.canWrite();
        stream.flush();
        // What arrives meanwhile is the next request, where there may be one; a client that leaves is found by the
        // write after.
        if (!isSized && request.getInputBuffer().isFinished()) {
            clients.watch(connection);
        }
    }

    boolean canWrite() {
        return stream.canWrite();
    }

    void notifyCanWrite(WriteHandler handler) {
        stream.notifyCanWrite(handler);
    }

    /** Only after {@link #canWrite}. */
    void write(ByteBuffer piece) throws IOException {
        if (isSized && piece.remaining() > left) {
            throw new IOException("there is more content than was told");
        }
        left -= piece.remaining();
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        stream.write(bytes);
        stream.flush();
    }

    /** With the end of the content; if that is not all of it, nothing may follow. */
    void finish() {
        if (isSized && left > 0) {
            LOG.error("There is less content than was told, by {} bytes", left);
            breakOff();
            return;
        }
        try {
            connection.setMaxAsyncWriteQueueSize(queueSize);
            response.resume();
        } catch (RuntimeException e) {
            LOG.debug("The client of a stream has gone at its end", e);
        }
    }

    /** Without: HTTP/1.1 clients see that something is missing (RFC 9112, section 8). */
    void breakOff() {
        connection.closeSilently();
    }
}
