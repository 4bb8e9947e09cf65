package dev.writ.engine.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.writ.engine.server.RawRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** One of those that mean harm, with connections of its own, which it leaves as it pleases. Not thread-safe. */
final class Attacker implements AutoCloseable {
    private static final List<String> RAW = RawRequests.texts();
    private static final int RECEIVE_BUFFER = 4096;

    private final InetSocketAddress server;
    private final InetAddress from;
    private final Random random;
    private final int most;
    private final Deque<Held> held = new ArrayDeque<>();
    private final ByteBuffer input = ByteBuffer.allocate(2_000);

    private static final class Held {
        private final SocketChannel channel;
        private ByteBuffer rest;
        private String drip = "";

        Held(SocketChannel channel, ByteBuffer rest) {
            this.channel = channel;
            this.rest = rest;
        }
    }

    /** {@code most} is how many connections it has at a time. */
    Attacker(int port, InetAddress from, long seed, int most) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.from = from;
        this.random = new Random(seed);
        this.most = most;
    }

    Random random() {
        return random;
    }

    String rawRequest() {
        return RAW.get(random.nextInt(RAW.size()));
    }

    /** One more attack, and a little more of those that go on. */
    void step() {
        try {
            Attack.any(random).run(this);
        } catch (IOException e) {
            // It was turned away.
        }
        while (held.size() > most) {
            leave(held.removeFirst());
        }
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (!goOn(one)) {
                each.remove();
                leave(one);
            }
        }
    }

    void send(String text) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(new InetSocketAddress(from, 0));
            channel.connect(server);
            channel.configureBlocking(false);
            held.addLast(new Held(channel, ByteBuffer.wrap(text.getBytes(ISO_8859_1))));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Has the connection that was begun last go on with an octet now and then. */
    void drip(String octet) {
        held.getLast().drip = octet;
    }

    void sendAndEnd(String text) throws IOException {
        send(text);
        Held last = held.getLast();
        last.channel.write(last.rest);
        last.channel.shutdownOutput();
        last.rest = ByteBuffer.allocate(0);
    }

    private boolean goOn(Held one) {
        try {
            if (one.rest.hasRemaining()) {
                one.channel.write(one.rest);
            } else if (!one.drip.isEmpty()) {
                one.channel.write(ByteBuffer.wrap(one.drip.getBytes(ISO_8859_1)));
            }
            input.clear();
            return random.nextInt(4) > 0 || one.channel.read(input) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** In peace, or not. */
    private void leave(Held one) {
        try {
            if (random.nextBoolean()) {
                one.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            one.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        held.forEach(this::leave);
        held.clear();
    }
}
