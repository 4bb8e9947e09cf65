package dev.writ.benchmark.http.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A closed loop: on each connection the next request follows the answer to the one before. */
final class LoadLoop {
    private static final long LONGEST_ANSWER_SECONDS = 20;
    private static final int MOST_LOST = 1000;

    private final Workload workload;
    private final InetSocketAddress server;
    private final int connections;
    private final AnswerReader reader = new AnswerReader();
    /** Nanoseconds. */
    private final Histogram latencies = new Histogram(Duration.ofMinutes(1).toNanos(), 3);

    private long answers;
    private int lost;
    private int contentLength = -1;

    LoadLoop(Workload workload, int port, int connections) {
        this.workload = workload;
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.connections = connections;
    }

    /**
     * Sends for so long, and waits for what is then under way.
     *
     * @throws IOException if an answer has another status, or another length where it has to be the same, or does not come
     */
    LoadResult run(Duration duration) throws IOException {
        ByteBuffer request = direct(workload.request());
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            long begun = System.nanoTime();
            for (int i = 0; i < connections; i++) {
                Connection connection = new Connection(server, selector, request.duplicate());
                open.add(connection);
                connection.send();
            }
            long end = begun + duration.toNanos();
            int underWay = connections;
            while (underWay > 0) {
                if (selector.select(LONGEST_ANSWER_SECONDS * 1000) == 0) {
                    throw new IOException("no answer in " + LONGEST_ANSWER_SECONDS + " s");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    underWay -= step(key, end);
                }
                selector.selectedKeys().clear();
            }
            return LoadResult.of(answers, lost, System.nanoTime() - begun, latencies);
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    /** How many requests are done with for good. */
    private int step(SelectionKey key, long end) throws IOException {
        Connection connection = (Connection) key.attachment();
        if (key.isValid() && key.isWritable()) {
            connection.goOnSending();
        }
        if (!key.isValid() || !key.isReadable()) {
            return 0;
        }
        return switch (connection.receive(reader)) {
            case PART -> 0;
            case NO_MORE -> tryAgain(connection);
            case ANSWER -> goOn(connection, end);
        };
    }

    /** Some servers close a connection after some answers, and now and then one that has a request under way. */
    private int tryAgain(Connection connection) throws IOException {
        lost++;
        if (lost > MOST_LOST) {
            throw new IOException("connections were closed before the answer was there");
        }
        connection.open();
        connection.send();
        return 0;
    }

    private int goOn(Connection connection, long end) throws IOException {
        latencies.recordValue(Math.min(connection.age(), latencies.getHighestTrackableValue()));
        check();
        answers++;
        if (System.nanoTime() >= end) {
            return 1;
        }
        if (reader.last()) {
            connection.open();
        }
        connection.send();
        return 0;
    }

    private void check() throws IOException {
        if (reader.status() != workload.status()) {
            throw new IOException("answered with " + reader.status() + " instead of " + workload.status());
        }
        if (contentLength < 0) {
            contentLength = reader.contentLength();
        }
        if (!workload.refused() && reader.contentLength() != contentLength) {
            throw new IOException("answers of " + contentLength + " and of " + reader.contentLength() + " octets");
        }
    }

    private static ByteBuffer direct(byte[] octets) {
        return ByteBuffer.allocateDirect(octets.length).put(octets).flip();
    }
}
