package dev.writ.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server within 256 MiB, and those that mean it harm: ten minutes with the profile {@code soak} (or as many seconds as
 * {@code writ.hostile.seconds} says), a few in every build. Whenever they pause, nothing of them is left.
 */
@Timeout(3_600)
class HostileInputTest {
    private static final boolean FULL = Boolean.getBoolean("writ.soak");
    private static final int SECONDS = Integer.getInteger("writ.hostile.seconds", FULL ? 600 : 6);
    private static final int PAUSES = FULL ? 20 : 3;
    private static final int ATTACKERS = 4;
    /** Each of them is within the bound on the connections of an address. */
    private static final int CONNECTIONS = FULL ? 600 : 150;

    private static final long SEED = Long.getLong("writ.hostile.seed", 20261127);
    private static final long HEAP_SLACK = 8 << 20;
    private static final int THREADS_SLACK = 2;
    private static final int FILES_SLACK = 8;
    /** Of the one that means no harm. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;

    private final ExecutorService threads = Executors.newFixedThreadPool(ATTACKERS);

    private record State(long heap, long threads, long files) {
        static State parse(String text) {
            String[] parts = text.split(" ", -1);
            return new State(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }

    @Test
    void leave_nothing_behind() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                0, 16, 1024, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + temporary)) {
            int port = server.port();
            long files = state(port).orElseThrow().files() + FILES_SLACK;
            // All that is loaded and grown once is there from here on.
            attack(server, Duration.ofMillis(SECONDS * 1000L / 4), SEED);
            State begin = rest(port, files);
            List<State> states = new ArrayList<>();
            for (int pause = 1; pause <= PAUSES; pause++) {
                attack(server, Duration.ofMillis(SECONDS * 1000L / PAUSES), SEED + pause);
                states.add(rest(port, files));
            }
            System.out.printf("%d s of hostile input: %s, then %s%n", SECONDS, begin, states);
            assertThat(server.isAlive()).as("%s", server.log()).isTrue();
            assertThat(server.log()).noneMatch(line -> line.contains("OutOfMemory"));
            int third = Math.max(1, states.size() / 3);
            List<State> first = states.subList(0, third);
            List<State> last = states.subList(states.size() - third, states.size());
            assertThat(mean(last, State::heap)).isLessThan(mean(first, State::heap) + HEAP_SLACK);
            assertThat(mean(last, State::threads)).isLessThanOrEqualTo(mean(first, State::threads) + THREADS_SLACK);
            try (Stream<Path> left = Files.walk(temporary)) {
                assertThat(left.filter(Files::isRegularFile)
                                .filter(file -> !file.toString().contains("hsperfdata")))
                        .isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Once nobody is there any more, and no file of theirs. */
    private static State rest(int port, long files) {
        return await().atMost(PATIENCE)
                .until(
                        () -> state(port),
                        known -> known.filter(state -> state.files() <= files).isPresent())
                .orElseThrow();
    }

    private static double mean(List<State> states, ToLongFunction<State> of) {
        return states.stream().mapToLong(of).average().orElseThrow();
    }

    /** For so long, while somebody else is served as ever. */
    private void attack(ServerProcess server, Duration length, long seed) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        int port = server.port();
        List<Future<?>> attackers = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            InetAddress from = InetAddress.getByName("127.0.1." + (i + 1));
            long own = seed * ATTACKERS + i;
            attackers.add(threads.submit(() -> {
                try (Attacker attacker = new Attacker(port, from, own, CONNECTIONS)) {
                    while (System.nanoTime() - end < 0 && server.isAlive()) {
                        attacker.step();
                    }
                }
            }));
        }
        long worst = 0;
        while (System.nanoTime() - end < 0 && server.isAlive()) {
            long begin = System.nanoTime();
            assertThat(get(port, "/a")).endsWith("a");
            worst = Math.max(worst, System.nanoTime() - begin);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        System.out.printf("worst of a healthy client: %d ms%n", TimeUnit.NANOSECONDS.toMillis(worst));
        for (Future<?> attacker : attackers) {
            attacker.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(server.isAlive()).as("%s", server.log()).isTrue();
    }

    /** Empty if it is too busy to tell. */
    private static Optional<State> state(int port) throws IOException {
        String answer = get(port, "/state");
        return Optional.of(answer)
                .filter(text -> text.startsWith("HTTP/1.1 200"))
                .map(text -> State.parse(text.substring(text.indexOf("\r\n\r\n") + 4)));
    }

    private static String get(int port, String target) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.bind(new InetSocketAddress("127.0.2.1", 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
