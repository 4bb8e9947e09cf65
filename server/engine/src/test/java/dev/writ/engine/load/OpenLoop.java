package dev.writ.engine.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients that come at a rate of theirs, whatever becomes of those before them, on connections that are kept alive. One thread;
 * not thread-safe.
 */
final class OpenLoop implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1_900;

    private final InetSocketAddress server;
    private final ByteBuffer request;
    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Answer> answers = new ArrayList<>();
    private int connections;
    private int busy;

    /**
     * What became of a request.
     *
     * @param due when it was to be sent
     * @param nanos from then until its answer was there
     * @param status 0 if there was none, or no connection for it
     */
    record Answer(long due, long nanos, int status, boolean retryAfter) {}

    OpenLoop(int port, String target) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        request = ByteBuffer.wrap(
                        ("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
                .asReadOnlyBuffer();
    }

    /** Sends at a rate for a while, and waits for the answers; those that do not come within {@code patience} are 0. */
    List<Answer> run(double perSecond, Duration length, Duration patience) throws IOException {
        answers.clear();
        long interval = Math.round(1e9 / perSecond);
        long due = System.nanoTime();
        long end = due + length.toNanos();
        long last = end + patience.toNanos();
        while (System.nanoTime() - last < 0 && (due - end < 0 || busy > 0)) {
            for (long now = System.nanoTime(); due - end < 0 && due - now <= 0; due += interval) {
                send(due);
            }
            long wait = due - end < 0 ? TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime()) : 10;
            if (wait > 0) {
                selector.select(this::ready, wait);
            } else {
                selector.selectNow(this::ready);
            }
        }
        for (SelectionKey key : selector.keys()) {
            ((Connection) key.attachment()).giveUp();
        }
        return List.copyOf(answers);
    }

    private void send(long due) throws IOException {
        Connection connection = idle.pollLast();
        if (connection == null && connections == MOST_CONNECTIONS) {
            answers.add(new Answer(due, 0, 0, false));
            return;
        }
        try {
            (connection == null ? new Connection() : connection).send(due);
        } catch (IOException e) {
            answers.add(new Answer(due, 0, 0, false));
        }
    }

    private void ready(SelectionKey key) {
        ((Connection) key.attachment()).read();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer input = ByteBuffer.allocate(4096);
        private boolean waits;
        private long due;

        Connection() throws IOException {
            channel = SocketChannel.open(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            connections++;
        }

        void send(long when) throws IOException {
            due = when;
            waits = true;
            busy++;
            if (channel.write(request.duplicate()) < request.capacity()) {
                throw new IOException("the network takes nothing");
            }
        }

        void read() {
            try {
                if (channel.read(input) < 0) {
                    gone();
                    return;
                }
            } catch (IOException e) {
                gone();
                return;
            }
            String text = new String(input.array(), 0, input.position(), StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return;
            }
            int field = text.indexOf("Content-Length: ");
            int content = field < 0 || field > head
                    ? 0
                    : Integer.parseInt(text.substring(field + 16, text.indexOf('\r', field)));
            if (input.position() >= head + 4 + content) {
                input.clear();
                answered(Integer.parseInt(text.substring(9, 12)), text.contains("\r\nRetry-After: "));
                idle.addLast(this);
            }
        }

        private void answered(int status, boolean retryAfter) {
            busy--;
            waits = false;
            answers.add(new Answer(due, System.nanoTime() - due, status, retryAfter));
        }

        private void gone() {
            connections--;
            idle.remove(this);
            if (waits) {
                answered(0, false);
            }
            close();
        }

        /** Leaves, as somebody who has waited long enough. */
        void giveUp() {
            if (waits) {
                gone();
            }
        }

        private void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
