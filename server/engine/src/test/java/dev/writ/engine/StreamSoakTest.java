package dev.writ.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many clients that listen to events of one server within 256 MiB: a few in every build, 1,000 with the profile {@code soak}. */
class StreamSoakTest {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSoakTest.class);
    private static final boolean FULL = Boolean.getBoolean("writ.soak");
    private static final int CLIENTS = FULL ? 1_000 : 60;
    private static final int EVENTS = FULL ? 300 : 40;
    private static final Duration LIMIT = Duration.ofMinutes(FULL ? 10 : 2);

    /** As many as the pools of the server have, and what the JVM needs; far from one for each client. */
    private static final int MAX_THREADS = 110;

    @Test
    void each_gets_every_event_in_order_without_a_thread_of_its_own_and_who_leaves_is_noticed() throws Exception {
        Process process = server();
        try (Selector selector = Selector.open()) {
            int port = Integer.parseInt(line(process));
            List<Listener> listeners = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                listeners.add(new Listener(port, selector));
            }
            SocketChannel slow = connect(port, 4096);
            List<Listener> leaving = listeners.subList(0, CLIENTS / 10);
            long begin = System.nanoTime();
            boolean left = false;
            while (listeners.stream().anyMatch(Listener::waits)) {
                assertThat(System.nanoTime() - begin).isLessThan(LIMIT.toNanos());
                selector.select(1_000);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Listener) key.attachment()).read();
                }
                selector.selectedKeys().clear();
                if (!left && leaving.stream().allMatch(listener -> listener.next > EVENTS / 2)) {
                    for (Listener listener : leaving) {
                        listener.leave();
                    }
                    left = true;
                    long gone = System.nanoTime();
                    await().atMost(Duration.ofSeconds(FULL ? 20 : 5))
                            .until(() -> status(port)[0] <= CLIENTS - leaving.size() + 1);
                    LOG.info(
                            "{} that left were noticed in {} ms",
                            leaving.size(),
                            (System.nanoTime() - gone) / 1_000_000);
                }
            }
            int[] status = status(port);
            LOG.info(
                    "{} listeners, {} events each, {} threads, {} ms",
                    status[0],
                    EVENTS,
                    status[1],
                    (System.nanoTime() - begin) / 1_000_000);
            assertThat(status[1]).isLessThan(MAX_THREADS);
            assertThat(process.isAlive()).isTrue();
            slow.close();
            for (Listener listener : listeners) {
                listener.leave();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> status(port)[0] == 0);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process server() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamSoakServer.class.getName(),
                        Integer.toString(EVENTS),
                        Integer.toString(CLIENTS + 1))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The port: what else is printed is of the log. */
    private static String line(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = out.readLine();
        }
        Thread drain = new Thread(() -> out.lines().forEach(ignored -> {}));
        drain.setDaemon(true);
        drain.start();
        return String.valueOf(line);
    }

    /** Listeners and threads. */
    private static int[] status(int port) {
        try {
            String text = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/plain"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            String[] numbers = text.split(" ", -1);
            return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SocketChannel connect(int port, int receiveBuffer) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap("GET /events HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    /** One client: every value that comes must be the next. */
    private static final class Listener {
        private static final Pattern VALUE = Pattern.compile("\"value\":(\\d+)[,}]");

        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        private String rest = "";
        private int next;
        private boolean gone;

        Listener(int port, Selector selector) throws IOException {
            channel = connect(port, 0);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        boolean waits() {
            return !gone && next < EVENTS;
        }

        void read() throws IOException {
            buffer.clear();
            if (gone || channel.read(buffer) < 0) {
                throw new IOException("the server has ended the stream after " + next + " events");
            }
            String text = rest + new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            Matcher matcher = VALUE.matcher(text);
            int end = 0;
            while (matcher.find()) {
                assertThat(Integer.parseInt(matcher.group(1))).isEqualTo(next);
                next++;
                end = matcher.end();
            }
            rest = text.substring(Math.max(end, text.length() - 40));
        }

        void leave() throws IOException {
            gone = true;
            channel.close();
        }
    }
}
