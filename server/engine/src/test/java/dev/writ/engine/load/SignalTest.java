package dev.writ.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.engine.load.KeptAlive.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server that begins and ends while clients call it without pause: they are there before its port is, and until it is closed.
 * Every answer is right and whole; a request without one was not carried out, so it can be sent again.
 */
@Timeout(3_600)
class SignalTest {
    private static final boolean FULL = Boolean.getBoolean("writ.soak");
    private static final int ROUNDS = FULL ? 200 : 3;
    private static final int CLIENTS = 12;
    private static final int ENOUGH = 300;
    private static final Duration PAUSE = Duration.ofNanos(200_000);
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final String JSON =
            " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final List<String> REQUESTS = List.of(
            "GET /a HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /wait?millis=3 HTTP/1.1\r\nHost: h\r\n\r\n",
            "POST /a" + JSON,
            "GET /large HTTP/1.1\r\nHost: h\r\n\r\n");

    private final AtomicLong carriedOut = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private volatile boolean signalled;
    private volatile boolean ended;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void from_before_the_port_is_open_until_it_is_closed_no_answer_is_wrong_or_cut() throws Exception {
        Random random = new Random(4711);
        long longest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long answered = carriedOut.get();
            signalled = false;
            ended = false;
            int port = free();
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(client(port, i)));
            }
            try (ServerProcess server =
                    ServerProcess.start(port, 4, 64, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m")) {
                long enough = answered + ENOUGH + random.nextInt(ENOUGH);
                await().atMost(SLACK)
                        .until(() ->
                                carriedOut.get() >= enough || clients.stream().anyMatch(Future::isDone));
                signalled = true;
                long begin = System.nanoTime();
                server.signal();
                assertThat(server.exitValue()).as("%s", server.log()).isIn(0, 143);
                longest = Math.max(longest, System.nanoTime() - begin);
                ended = true;
                for (Future<?> client : clients) {
                    client.get(SLACK.toSeconds(), TimeUnit.SECONDS);
                }
                assertThat(carriedOut.get() - answered).as("round %d", round).isEqualTo(server.carriedOut());
            }
        }
        System.out.printf(
                "%d stops: %d answers, %d refusals, %d requests without an answer, the longest stop took %d ms%n",
                ROUNDS, carriedOut.get(), refused.get(), unanswered.get(), TimeUnit.NANOSECONDS.toMillis(longest));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Callable<Void> client(int port, int number) {
        return () -> {
            int sent = number;
            while (!ended) {
                try (KeptAlive connection = new KeptAlive(port)) {
                    boolean open = true;
                    while (open) {
                        String request = REQUESTS.get(sent++ % (number == 0 ? 4 : 3));
                        Optional<Answer> answer = connection.exchange(request);
                        answer.ifPresentOrElse(this::judge, this::judgeSilence);
                        open = answer.filter(one -> !one.isLast()).isPresent();
                    }
                } catch (SocketException e) {
                    // The port is not open yet, or no more: nothing was sent.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
            return null;
        };
    }

    private void judge(Answer answer) {
        if (answer.status() == 503) {
            assertThat(signalled).as("refused").isTrue();
            assertThat(answer.head()).contains("\r\nretry-after: ");
            refused.incrementAndGet();
        } else {
            assertThat(answer.status()).isIn(200, 201, 204);
            carriedOut.incrementAndGet();
        }
    }

    private void judgeSilence() {
        assertThat(signalled).as("a connection ends without a reason").isTrue();
        unanswered.incrementAndGet();
    }
}
