package dev.writ.engine.grizzly;

import dev.writ.engine.server.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of Grizzly's. */
final class GrizzlyChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(GrizzlyChannel.class);

    private final NIOConnection connection;
    private final boolean secure;
    private final String client;
    private final int port;

    GrizzlyChannel(Connection<?> connection, boolean secure) {
        this.connection = (NIOConnection) connection;
        this.secure = secure;
        this.client = address((SocketAddress) connection.getPeerAddress());
        this.port = connection.getLocalAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
        this.connection.setMaxAsyncWriteQueueSize(-1);
    }

    private static String address(SocketAddress address) {
        return address instanceof InetSocketAddress peer && peer.getAddress() != null
                ? peer.getAddress().getHostAddress()
                : "";
    }

    @Override
    public String clientAddress() {
        return client;
    }

    @Override
    public int localPort() {
        return port;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public void write(ByteBuffer bytes, Runnable sent) {
        connection.write(
                Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, bytes),
                new EmptyCompletionHandler<WriteResult<Object, SocketAddress>>() {
                    @Override
                    public void completed(WriteResult<Object, SocketAddress> result) {
                        sent.run();
                    }
                });
    }

    @Override
    public void reading(boolean wanted) {
        try {
            if (wanted) {
                connection.enableIOEvent(IOEvent.READ);
            } else {
                connection.disableIOEvent(IOEvent.READ);
            }
        } catch (IOException e) {
            LOG.debug("A connection has gone", e);
            connection.terminateSilently();
        }
    }

    /** Of TLS the end is told before that of the connection, so that it cannot be anybody else's (RFC 9112, section 9.8). */
    @Override
    public void finish() {
        Optional<ByteBuffer> alert = secure ? closureAlert() : Optional.empty();
        if (alert.isEmpty()) {
            shutDownOutput();
            return;
        }
        ((TCPNIOTransport) connection.getTransport())
                .getAsyncQueueIO()
                .getWriter()
                .write(
                        connection,
                        Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, alert.get()),
                        new EmptyCompletionHandler<WriteResult<WritableMessage, SocketAddress>>() {
                            @Override
                            public void completed(WriteResult<WritableMessage, SocketAddress> result) {
                                shutDownOutput();
                            }
                        });
    }

    /** Empty if there is no encryption yet that could be closed. */
    private Optional<ByteBuffer> closureAlert() {
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        if (engine == null || SSLUtils.isHandshaking(engine)) {
            return Optional.empty();
        }
        ByteBuffer alert = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        try {
            // As the filter that encrypts does where it wraps.
            synchronized (connection) {
                engine.closeOutbound();
                engine.wrap(ByteBuffer.allocate(0), alert);
            }
            return Optional.of(alert.flip()).filter(ByteBuffer::hasRemaining);
        } catch (SSLException e) {
            LOG.debug("A connection could not be closed as TLS asks", e);
            return Optional.empty();
        }
    }

    private void shutDownOutput() {
        try {
            if (connection.getChannel() instanceof SocketChannel socket) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            LOG.debug("A connection has gone", e);
            connection.terminateSilently();
        }
    }

    @Override
    public void close() {
        connection.terminateSilently();
    }
}
