package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.service.WireConnection.WireAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that write without pause until the port is closed, every other one on connections that are kept alive, and one
 * that asks whether the service is ready. Until the delay after the signal to stop is over, no answer may tell of the stop.
 */
final class StopLoad implements AutoCloseable {
    private static final int CLIENTS = 16;

    private final int port;
    private final String name;
    private final long delayNanos;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Integer> readiness = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile Optional<Long> signal = Optional.empty();

    /** {@code name} makes the titles of its tasks unique. */
    StopLoad(int port, String name, Duration delay) {
        this.port = port;
        this.name = name;
        this.delayNanos = delay.toNanos();
    }

    void start() {
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            running.add(threads.submit(() -> {
                write(name + " client " + client + " write ", client % 2 == 0);
                return null;
            }));
        }
        running.add(threads.submit(() -> {
            askReadiness();
            return null;
        }));
    }

    /** To be called right before the signal to stop. */
    void expectStop() {
        signal = Optional.of(System.nanoTime());
    }

    /** Titles of the tasks whose creation was acknowledged. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Every answer to the question whether the service is ready, once the port is closed. */
    List<Integer> end() throws Exception {
        for (Future<?> one : running) {
            one.get();
        }
        return readiness;
    }

    private void write(String titles, boolean keptAlive) throws IOException {
        int writes = 0;
        while (true) {
            try (WireConnection connection = new WireConnection(port)) {
                boolean open = true;
                while (open) {
                    String title = titles + writes++;
                    Optional<WireAnswer> answer =
                            connection.exchange("POST", Client.TASKS, "{\"title\":\"" + title + "\"}");
                    judge(title, answer);
                    open = keptAlive && answer.filter(one -> !one.isLast()).isPresent();
                }
            } catch (ConnectException e) {
                assertThat(isStopping()).as("the port is closed").isTrue();
                return;
            }
        }
    }

    /** A connection that ends without an answer is one that is tried again. */
    private void judge(String title, Optional<WireAnswer> answer) throws IOException {
        boolean tellsOfStop = answer.map(WireAnswer::body)
                .map(body -> body.contains("The server is stopping."))
                .orElse(true);
        assertThat(isStopping() || !tellsOfStop).as("%s got %s", title, answer).isTrue();
        if (answer.isEmpty()) {
            return;
        }
        if (answer.get().status() == 201) {
            assertThat(answer.get().json().at("/task/title").asText()).isEqualTo(title);
            acknowledged.add(title);
        } else {
            assertThat(answer.get().status()).isEqualTo(503); // a slow disk can be a reason as well
            assertThat(answer.get().json().get("instance").asText()).startsWith("urn:uuid:");
            assertThat(answer.get().fields()).containsEntry("retry-after", "1");
        }
    }

    private void askReadiness() throws IOException {
        while (true) {
            try (WireConnection connection = new WireConnection(port)) {
                Optional<WireAnswer> answer = connection.exchange("GET", "/health/ready", "");
                assertThat(answer.isPresent() || isStopping()).isTrue();
                answer.map(WireAnswer::status).ifPresent(readiness::add);
            } catch (ConnectException e) {
                return;
            }
        }
    }

    private boolean isStopping() {
        return signal.filter(time -> System.nanoTime() - time >= delayNanos).isPresent();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
