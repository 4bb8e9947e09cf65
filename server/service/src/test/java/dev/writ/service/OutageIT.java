package dev.writ.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writ.service.Client.Answer;
import dev.writ.service.database.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL hangs or dies under many clients and returns, again and again: who needs it hears so soon, nobody else notices. */
@Tag("fault")
class OutageIT {
    private static final int ROUNDS = Soak.rounds(3, 50);
    private static final int CLIENTS = 64;
    private static final Duration ANSWER = Duration.ofSeconds(2);
    /** Far more than what needs no database takes, and less than anything that waits for one. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private static final Duration RETURN = Duration.ofSeconds(5);
    /** For what is not limited. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** Those that make and close connections come and go. */
    private static final int THREADS_OF_POOLS = 4;

    private static final int CONNECTIONS = 2 * 10 + 1;

    /** What took longer than it may, since the last outage began. */
    private static final Queue<String> SLOW = new ConcurrentLinkedQueue<>();

    @TempDir
    private static Path folder;

    private static TestPostgres postgres;
    private static ServiceProcess service;
    private static Client client;
    private static List<Operation> operations;
    private static ExecutorService threads;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.start();
        service = ServiceProcess.launch(
                folder,
                Map.of(
                        "WRIT_DATABASE_URL",
                        TestUsers.addTo(postgres.freshDatabase()).url()));
        client = TestUsers.login(service.uri());
        threads = Executors.newCachedThreadPool();
        Operation create = new Operation("POST", Client.TASKS, Optional.of("{\"title\":\"created\"}"), 201);
        String task = create.ask().header("Location");
        operations = List.of(
                create,
                new Operation("GET", Client.TASKS, Optional.empty(), 200),
                new Operation("GET", task, Optional.empty(), 200),
                new Operation("PUT", task, Optional.of("{\"done\":true}"), 200),
                new Operation("DELETE", Client.TASKS + "/9007199254740991", Optional.empty(), 404));
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        service.close();
        postgres.close();
    }

    @Test
    void a_database_that_hangs_holds_up_nobody_and_is_used_again_when_it_goes_on() throws Exception {
        assertOutages(postgres::suspend, postgres::resume);
    }

    @Test
    void a_database_that_dies_holds_up_nobody_and_is_used_again_when_it_runs_again() throws Exception {
        assertOutages(postgres::kill, postgres::restart);
    }

    /** Whoever waits for the wrong thing does so in every round; a round that a busy machine made slow is an exception. */
    private static void assertOutages(Runnable begin, Runnable end) throws Exception {
        long threadsAtFirst = Long.MAX_VALUE;
        List<List<String>> slowRounds = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try {
                assertOutage(begin);
            } finally {
                end.run();
            }
            if (!SLOW.isEmpty()) {
                slowRounds.add(List.copyOf(SLOW));
            }
            assertReturn();
            threadsAtFirst = Math.min(threadsAtFirst, service.threads());
        }
        assertThat(slowRounds).hasSizeLessThanOrEqualTo(ROUNDS / 3);
        long bound = threadsAtFirst + THREADS_OF_POOLS;
        await().atMost(SLACK).untilAsserted(() -> assertThat(service.threads()).isLessThanOrEqualTo(bound));
        await().atMost(SLACK)
                .untilAsserted(() -> assertThat(postgres.connections()).isLessThanOrEqualTo(CONNECTIONS));
    }

    /** One outage, as long as it takes until everybody knows. */
    private static void assertOutage(Runnable begin) throws Exception {
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean begun = new AtomicBoolean();
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Operation operation = operations.get(i % operations.size());
            clients.add(threads.submit(() -> {
                while (operation.isAnswered() || !begun.get()) {
                    answers.incrementAndGet();
                }
                return null;
            }));
        }
        await().atMost(SLACK).until(() -> answers.get() > 5 * CLIENTS);
        SLOW.clear();
        begun.set(true);
        Bystander bystander = new Bystander();
        begin.run();
        for (Future<?> one : clients) {
            one.get();
        }
        await().atMost(SLACK).until(() -> client.get("/health/ready").status() == 503);
        for (Operation operation : operations) {
            assertThat(operation.isAnswered()).as(operation.toString()).isFalse();
        }
        bystander.end();
    }

    private static void assertReturn() {
        long start = System.nanoTime();
        await().atMost(RETURN).until(() -> client.get("/health/ready").status() == 200);
        Duration rest = RETURN.minus(since(start));
        for (Operation operation : operations) {
            await().atMost(rest).until(operation::isAnswered);
        }
    }

    /** A request that needs the database, and the status with which it is answered. */
    private record Operation(String method, String path, Optional<String> body, int status) {

        Answer ask() throws Exception {
            return body.isPresent()
                    ? client.sendJson(method, path, body.get())
                    : client.send(method, path, Optional.empty());
        }

        /** Whether it is answered, and not refused as it must be while there is no database; in time in any case. */
        boolean isAnswered() throws Exception {
            long start = System.nanoTime();
            Answer answer = ask();
            judge(toString(), since(start), ANSWER);
            if (answer.status() == status) {
                return true;
            }
            assertUnavailable(answer);
            return false;
        }
    }

    private static void judge(String what, Duration time, Duration limit) {
        if (time.compareTo(limit) > 0) {
            SLOW.add(what + " took " + time);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("instance").asText()).startsWith("urn:uuid:");
    }

    /** Asks all the time for what needs no database. */
    private static final class Bystander {
        private static final Map<String, Integer> STATUSES =
                Map.of("/health", 200, "/openapi.json", 200, "/nowhere", 404);

        private final AtomicBoolean over = new AtomicBoolean();
        private final Future<?> work = threads.submit(() -> {
            watch();
            return null;
        });

        private void watch() throws Exception {
            long start = System.nanoTime();
            List<Integer> readiness = new ArrayList<>();
            while (!over.get()) {
                for (Map.Entry<String, Integer> status : STATUSES.entrySet()) {
                    assertThat(ask(status.getKey()).status()).isEqualTo(status.getValue());
                }
                Answer ready = ask("/health/ready");
                readiness.add(ready.status());
                if (ready.status() == 503) {
                    assertUnavailable(ready);
                } else {
                    judge("ready", since(start), ANSWER);
                }
            }
            assertThat(readiness).contains(503).doesNotContainSubsequence(503, 200);
        }

        private Answer ask(String path) throws Exception {
            long start = System.nanoTime();
            Answer answer = client.get(path);
            judge(path, since(start), AT_ONCE);
            return answer;
        }

        /** Ends with the outage. */
        void end() throws Exception {
            over.set(true);
            work.get();
        }
    }
}
