package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signal to stop, and what clients see of it. */
class StopIT {
    private static final int ROUNDS = Soak.rounds(3, 50);
    private static final int ENOUGH = 200;
    /** What a busy machine may add: the end of the process takes hardly longer than the time that is given to requests. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private static final int SMALL = 4096;

    @TempDir
    private Path folder;

    private ServiceProcess start(Duration delay, Duration deadline) throws Exception {
        return ServiceProcess.startToBeKilled(
                Main.class,
                folder,
                Map.of(
                        "WRIT_SHUTDOWN_DELAY", Long.toString(delay.toSeconds()),
                        "WRIT_SHUTDOWN_DEADLINE", Long.toString(deadline.toSeconds())));
    }

    @Test
    void a_stop_under_load_cuts_no_answer_and_loses_nothing_acknowledged() throws Exception {
        Duration delay = Duration.ofSeconds(1);
        Duration deadline = Duration.ofSeconds(5);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (ServiceProcess service = start(delay, deadline);
                    StopLoad load = new StopLoad(service.uri().getPort(), "round " + round, delay)) {
                assertThat(titles(service)).containsAll(acknowledged);
                load.start();
                await().atMost(SLACK).until(() -> load.acknowledged().size() > ENOUGH);

                load.expectStop();
                assertEndsWithin(delay.plus(deadline), service);
                assertThat(load.end()).contains(200, 503).doesNotContainSubsequence(503, 200);
                acknowledged.addAll(load.acknowledged());
            }
        }
        try (ServiceProcess service = start(Duration.ZERO, deadline)) {
            assertThat(titles(service)).containsAll(acknowledged);
        }
    }

    @Test
    void who_reads_a_large_answer_slowly_gets_all_of_it_within_the_deadline() throws Exception {
        try (ServiceProcess service = start(Duration.ZERO, Duration.ofSeconds(20));
                WireConnection slow = new WireConnection(service.uri().getPort(), SMALL)) {
            Client miguel = Client.miguel(service.uri());
            String large = "{\"title\":\"large\",\"description\":\"" + "\u20ac".repeat(2000) + "\"}";
            for (int i = 0; i < 98; i++) {
                assertThat(miguel.sendJson("POST", Client.TASKS, large).status())
                        .isEqualTo(201);
            }
            slow.send(WireConnection.head("GET", Client.TASKS + "?limit=100", ""));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            read.write(slow.input().read());

            service.signal();
            for (byte[] some = slow.input().readNBytes(SMALL); some.length > 0; ) {
                read.write(some);
                LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
                some = slow.input().readNBytes(SMALL);
            }
            JsonNode tasks = WireConnection.answer(new ByteArrayInputStream(read.toByteArray()))
                    .orElseThrow()
                    .json()
                    .get("tasks");
            assertThat(tasks).hasSize(100);
            assertThat(tasks.get(99).get("description").asText()).isEqualTo("\u20ac".repeat(2000));
            assertThat(service.exitValue()).isIn(0, 143);
        }
    }

    @Test
    void a_request_that_never_arrives_whole_does_not_keep_the_process() throws Exception {
        Duration deadline = Duration.ofSeconds(1);
        try (ServiceProcess service = start(Duration.ZERO, deadline);
                WireConnection stalled = new WireConnection(service.uri().getPort())) {
            stalled.send(WireConnection.head("POST", Client.TASKS, "Content-Length: 100\r\nExpect: 100-continue\r\n"));
            assertThat(stalled.answer().orElseThrow().status()).isEqualTo(100);
            stalled.send("{");

            assertEndsWithin(deadline, service);
        }
    }

    private static void assertEndsWithin(Duration given, ServiceProcess service) throws Exception {
        long signal = System.nanoTime();
        service.signal();
        assertThat(service.exitValue()).isIn(0, 143);
        assertThat(Duration.ofNanos(System.nanoTime() - signal)).isLessThan(given.plus(SLACK));
    }

    private static Set<String> titles(ServiceProcess service) throws Exception {
        Client client = Client.miguel(service.uri());
        Set<String> titles = new HashSet<>();
        String next = Client.TASKS + "?limit=100";
        while (!next.isEmpty()) {
            Client.Answer page = client.get(next);
            page.json()
                    .get("tasks")
                    .forEach(task -> titles.add(task.get("title").asText()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return titles;
    }
}
