package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {

    private final DatabaseSettings settings = TestPostgres.shared().freshDatabase();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(settings);
        database.<Integer>write(handle ->
                handle.execute("INSERT INTO task (title, description, done, version) VALUES ('a', '', FALSE, 1)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_live_connection_waits_no_longer_than_a_request_can() {
        for (Function<Function<Handle, String>, String> use :
                List.<Function<Function<Handle, String>, String>>of(database::read, database::write)) {
            assertThat(setting(use, "statement_timeout")).isEqualTo("700ms");
            assertThat(setting(use, "transaction_timeout")).isEqualTo("1s");
            assertThat(setting(use, "lock_timeout")).isEqualTo("500ms");
            assertThat(setting(use, "idle_in_transaction_session_timeout")).isEqualTo("5s");
            assertThat(setting(use, "application_name")).isEqualTo("writ");
            assertThat(setting(use, "synchronous_commit")).isEqualTo("on");
            assertThat(use.apply(PostgresDatabaseTest::networkTimeout)).isEqualTo("1000");
        }
    }

    @Test
    void a_connection_for_maintenance_waits_for_long_work() {
        try (Database maintenance = Database.openForMaintenance(settings)) {
            assertThat(setting(maintenance::write, "statement_timeout")).isEqualTo("30min");
            assertThat(setting(maintenance::write, "transaction_timeout")).isEqualTo("0");
            assertThat(setting(maintenance::write, "lock_timeout")).isEqualTo("1min");
            assertThat(maintenance.<String>write(PostgresDatabaseTest::networkTimeout))
                    .isEqualTo("1860000");
        }
    }

    @Test
    void time_outs_in_the_url_are_overruled_and_other_options_are_not() {
        DatabaseSettings own = DatabaseSettings.of(settings.url()
                + "&socketTimeout=0&ApplicationName=x&options=-c%20statement_timeout=0%20-c%20work_mem=5MB");
        try (Database other = Database.open(own)) {
            assertThat(setting(other::read, "statement_timeout")).isEqualTo("700ms");
            assertThat(setting(other::read, "work_mem")).isEqualTo("5MB");
            assertThat(other.<String>read(PostgresDatabaseTest::networkTimeout)).isEqualTo("1000");
        }
    }

    @Test
    void a_reading_connection_cannot_write() {
        assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM task")))
                .isNotInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void a_user_and_a_password_go_before_those_in_the_url() {
        TestPostgres.shared()
                .execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ada')"
                        + " THEN CREATE ROLE ada LOGIN PASSWORD 'p'; END IF; END $$");
        assertThatThrownBy(() ->
                        Database.open(new DatabaseSettings(settings.url(), Optional.of("nobody"), Optional.of("p"), 1)))
                .hasMessageContaining("nobody");
        execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO ada");
        try (Database asAda =
                Database.open(new DatabaseSettings(settings.url(), Optional.of("ada"), Optional.of("p"), 1))) {
            assertThat(asAda.<String>read(handle -> handle.select("SELECT current_user")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("ada");
        }
    }

    @Test
    void a_statement_that_fails_does_not_tell_its_arguments() {
        assertThatThrownBy(() -> database.write(
                        handle -> handle.execute("UPDATE task SET title = ?, version = ?", "private", -5)))
                .isNotInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("check constraint")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("private", "-5"));
    }

    @Test
    void a_transaction_that_throws_leaves_nothing_behind_nor_does_one_within_it() {
        assertThatThrownBy(() -> database.write(outer -> {
                    database.<Integer>write(inner -> inner.execute("UPDATE task SET version = 7"));
                    throw new IllegalStateException("after the inner one");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void a_lock_that_somebody_keeps_makes_a_write_give_up_but_not_the_database() throws SQLException {
        try (Connection other = DriverManager.getConnection(settings.url());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE task SET version = 2");

            assertBusy(() -> database.write(handle -> handle.execute("UPDATE task SET version = 3")));
            assertThat(version()).isEqualTo(1);

            other.rollback();
            assertThat(database.<Integer>write(handle -> handle.execute("UPDATE task SET version = 3")))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_given_up_but_not_the_database() {
        assertBusy(() -> database.read(handle ->
                handle.select("SELECT 1 FROM pg_sleep(60)").mapTo(int.class).one()));
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void a_transaction_of_many_slow_statements_is_given_up_but_not_the_database() {
        for (int round = 0; round < 3; round++) {
            assertBusy(() -> database.write(handle -> {
                for (int i = 0; i < 10; i++) {
                    handle.execute("UPDATE task SET version = 2 FROM pg_sleep(0.4)");
                }
                return 0;
            }));
            assertThat(version()).isEqualTo(1);
        }
        assertThat(database.<Integer>write(handle -> handle.execute("UPDATE task SET version = 3")))
                .isEqualTo(1);
    }

    @Test
    void more_writers_than_connections_make_one_give_up_and_leave_reads_alone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService writers = Executors.newFixedThreadPool(settings.poolSize());
        try {
            for (int i = 0; i < settings.poolSize(); i++) {
                CountDownLatch occupied = new CountDownLatch(1);
                writers.execute(() -> database.<Integer>write(handle -> {
                    occupied.countDown();
                    awaitQuietly(end);
                    return 0;
                }));
                assertThat(occupied.await(10, TimeUnit.SECONDS)).isTrue();
            }

            assertBusy(() -> database.write(handle -> handle.execute("UPDATE task SET version = 3")));
            assertThat(version()).isEqualTo(1);
        } finally {
            end.countDown();
            writers.shutdown();
        }
    }

    @Test
    void connections_that_were_cut_are_replaced() {
        version();
        TestPostgres.shared()
                .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + settings.url().replaceAll(".*/(\\w+)\\?.*", "$1") + "'");

        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptionsInstanceOf(DatabaseUnavailableException.class)
                .until(() -> version() == 1 && database.isAvailable());
        assertThat(database.<Integer>write(handle -> handle.execute("UPDATE task SET version = 3")))
                .isEqualTo(1);
    }

    @Test
    void a_closed_database_is_not_available() {
        assertThat(database.isAvailable()).isTrue();

        database.close();

        assertThat(database.isAvailable()).isFalse();
        assertThatThrownBy(this::version).isInstanceOf(DatabaseUnavailableException.class);
    }

    private void assertBusy(Runnable use) {
        long start = System.nanoTime();
        assertThatThrownBy(use::run).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(database.isAvailable()).isTrue();
    }

    private void execute(String sql) {
        database.<Integer>write(handle -> handle.execute(sql));
    }

    private int version() {
        return database.<Integer>read(handle ->
                handle.select("SELECT version FROM task").mapTo(int.class).one());
    }

    private static String setting(Function<Function<Handle, String>, String> use, String name) {
        return use.apply(handle -> handle.select("SELECT current_setting(?)", name)
                .mapTo(String.class)
                .one());
    }

    private static String networkTimeout(Handle handle) {
        try {
            return String.valueOf(handle.getConnection().getNetworkTimeout());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
