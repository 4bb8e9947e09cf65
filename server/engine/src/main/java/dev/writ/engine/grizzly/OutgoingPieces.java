package dev.writ.engine.grizzly;

import java.io.IOException;
import java.nio.ByteBuffer;
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

    OutgoingPieces(Request request, Response response, GoneClients clients, boolean onWorker) {
        this.clients = clients;
        this.request = request;
        this.response = response;
        this.connection = request.getContext().getConnection();
        this.stream = response.getNIOOutputStream();
        this.onWorker = onWorker;
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
        if (request.getInputBuffer().isFinished()) {
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
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        stream.write(bytes);
        stream.flush();
    }

    /** With the end of the content. */
    void finish() {
        try {
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
