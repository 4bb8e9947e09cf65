package dev.writ.benchmark.http.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection, on which one request is under way at a time. Confined to the thread of its selector. */
final class Connection {
    private static final int ANSWER = 64 * 1024;

    private final InetSocketAddress server;
    private final Selector selector;
    private final ByteBuffer request;
    private final byte[] octets = new byte[ANSWER];
    private final ByteBuffer received = ByteBuffer.wrap(octets);
    private SocketChannel channel;
    private SelectionKey key;
    private long sent;

    Connection(InetSocketAddress server, Selector selector, ByteBuffer request) throws IOException {
        this.server = server;
        this.selector = selector;
        this.request = request;
        this.channel = SocketChannel.open(server);
        this.key = register();
    }

    private SelectionKey register() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the request once more, as far as the network takes it now. */
    void send() throws IOException {
        received.clear();
        request.rewind();
        sent = System.nanoTime();
        goOnSending();
    }

    void goOnSending() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Takes what has come. */
    Received receive(AnswerReader reader) throws IOException {
        if (channel.read(received) < 0) {
            return Received.NO_MORE;
        }
        return reader.isWhole(octets, received.position()) ? Received.ANSWER : Received.PART;
    }

    /** How much of an answer is there. */
    enum Received {
        PART,
        ANSWER,
        /** The server has closed the connection before. */
        NO_MORE
    }

    /** Nanoseconds since the request was sent. */
    long age() {
        return System.nanoTime() - sent;
    }

    /** In place of one that the server closes. */
    void open() throws IOException {
        close();
        channel = SocketChannel.open(server);
        key = register();
    }

    void close() throws IOException {
        channel.close();
    }
}
