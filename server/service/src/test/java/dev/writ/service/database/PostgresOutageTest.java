package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writ.service.Soak;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a database does while its server hangs or is gone, and after its return; again and again. */
@Tag("fault")
class PostgresOutageTest {

    private static final int ROUNDS = Soak.rounds(2, 50);
    private static final int CLIENTS = 32;
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final Duration RETURN = Duration.ofSeconds(5);

    /** Those that make and close connections come and go. */
    private static final int THREADS_OF_POOLS = 4;

    private final TestPostgres server = TestPostgres.start();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private DatabaseSettings settings = DatabaseSettings.of("");
    private Database database;

    @BeforeEach
    void open() {
        settings = server.freshDatabase();
        database = Database.open(settings);
    }

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void a_server_that_hangs_under_load_keeps_nobody_waiting_and_is_used_again_when_it_goes_on() throws Exception {
        int threadsAtFirst = Integer.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            loadThatEndsWith(server::suspend);
            assertDown();
            server.resume();
            assertReturns();
            threadsAtFirst = Math.min(threadsAtFirst, threads());
        }
        assertThat(kept()).containsAll(acknowledged);
        int bound = threadsAtFirst + THREADS_OF_POOLS;
        await().untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(bound));
        await().untilAsserted(() -> assertThat(server.connections()).isLessThanOrEqualTo(2 * settings.poolSize() + 1));
    }

    @Test
    void a_server_that_dies_under_load_keeps_nobody_waiting_and_is_used_again_when_it_runs_again() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            loadThatEndsWith(server::kill);
            assertDown();
            server.restart();
            assertReturns();
        }
        assertThat(kept()).containsAll(acknowledged);
    }

    @Test
    void an_outage_is_noticed_without_any_traffic() {
        for (int round = 1; round <= ROUNDS; round++) {
            server.suspend();
            await().atMost(ANSWER).until(() -> !database.isAvailable());
            assertDown();
            server.resume();
            assertReturns();
        }
    }

    @Test
    void requests_that_are_the_first_to_meet_an_outage_are_answered_in_time() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            server.suspend();
            Together.run(CLIENTS, client -> {
                long start = System.nanoTime();
                assertThatThrownBy(() -> use(client)).isInstanceOf(DatabaseUnavailableException.class);
                assertThat(since(start)).isLessThan(ANSWER);
                return client;
            });
            server.resume();
            assertReturns();
        }
    }

    /** Clients that read and write as fast as they can, until the outage that begins in their midst ends them. */
    private void loadThatEndsWith(Runnable outage) throws Exception {
        AtomicInteger successes = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Duration>> longest = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> longestCallUntilFailure(client, successes)))
                    .toList();
            await().until(() -> successes.get() > 10 * CLIENTS);
            outage.run();
            for (Future<Duration> one : longest) {
                assertThat(one.get()).isLessThan(ANSWER);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private Duration longestCallUntilFailure(int client, AtomicInteger successes) {
        Duration longest = Duration.ZERO;
        while (true) {
            long start = System.nanoTime();
            try {
                use(client);
                successes.incrementAndGet();
            } catch (DatabaseUnavailableException e) {
                return longest.compareTo(since(start)) > 0 ? longest : since(start);
            }
            longest = longest.compareTo(since(start)) > 0 ? longest : since(start);
        }
    }

    private void use(int client) {
        if (client % 2 == 0) {
            read();
        } else {
            write();
        }
    }

    private void read() {
        database.<Integer>read(handle -> handle.select("SELECT count(*) FROM user_account")
                .mapTo(int.class)
                .one());
    }

    private void write() {
        acknowledged.add(database.write(handle -> handle.createQuery("INSERT INTO user_account (name, password_hash)"
                        + " VALUES (gen_random_uuid(), '') RETURNING name")
                .mapTo(String.class)
                .one()));
    }

    private Set<String> kept() {
        return new HashSet<>(database.<List<String>>read(handle -> handle.select("SELECT name FROM user_account")
                .mapTo(String.class)
                .list()));
    }

    private void assertDown() {
        assertThat(database.isAvailable()).isFalse();
        for (Runnable use : List.<Runnable>of(this::read, this::write)) {
            long start = System.nanoTime();
            assertThatThrownBy(use::run).isInstanceOf(DatabaseUnavailableException.class);
            assertThat(since(start)).isLessThan(AT_ONCE);
        }
    }

    private void assertReturns() {
        await().atMost(RETURN).until(database::isAvailable);
        await().atMost(RETURN).ignoreExceptions().until(() -> {
            read();
            write();
            return true;
        });
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
