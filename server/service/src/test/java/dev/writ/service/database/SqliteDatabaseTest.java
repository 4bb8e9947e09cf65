package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void a_live_writing_connection_keeps_what_it_acknowledged() {
        try (Database database = open()) {
            assertThat(pragma(database::write, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database::write, "synchronous")).isEqualTo("2"); // FULL
            assertThat(pragma(database::write, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database::write, "busy_timeout")).isEqualTo("1000");
        }
    }

    @Test
    void a_live_reading_connection_has_the_same_settings_but_cannot_write() {
        try (Database database = open()) {
            assertThat(pragma(database::read, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database::read, "synchronous")).isEqualTo("2");
            assertThat(pragma(database::read, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database::read, "busy_timeout")).isEqualTo("1000");
            assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM task")))
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void there_is_one_writer_and_it_holds_the_lock_from_the_beginning_of_its_transaction() {
        try (Database database = open()) {
            Function<Handle, String> tryToLock = handle -> {
                try (Connection other = DriverManager.getConnection(
                                TestDatabases.sqlite(folder).url());
                        Statement statement = other.createStatement()) {
                    statement.execute("PRAGMA busy_timeout = 0");
                    statement.execute("BEGIN IMMEDIATE");
                    return "locked";
                } catch (SQLException e) {
                    return String.valueOf(e.getMessage());
                }
            };

            assertThat(database.write(tryToLock)).contains("SQLITE_BUSY");
            assertThat(database.read(tryToLock)).isEqualTo("locked");
        }
    }

    @Test
    void two_processes_on_one_file_lose_no_update() throws Exception {
        try (Database one = open();
                Database other = open()) {
            Function<Handle, Integer> readThenWrite = handle -> {
                long version = handle.select("SELECT version FROM task WHERE id = 1")
                        .mapTo(long.class)
                        .one();
                return handle.execute("UPDATE task SET version = ? WHERE id = 1", version + 1);
            };
            List<Callable<Integer>> updates = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).write(readThenWrite))
                    .toList();

            runAll(updates, 2);

            assertThat(versionOfFirstTask(one)).isEqualTo(21);
        }
    }

    @Test
    void a_transaction_that_throws_leaves_nothing_behind() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("UPDATE task SET version = 7 WHERE id = 1");
                        throw new IllegalStateException("in the middle");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(versionOfFirstTask(database)).isEqualTo(1);
        }
    }

    @Test
    void a_statement_that_fails_does_not_tell_its_arguments() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.write(handle ->
                            handle.execute("UPDATE task SET title = ?, version = ? WHERE id = 1", "private", -5)))
                    .isNotInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("CHECK")
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("private", "-5"));
        }
    }

    @Test
    void a_lock_that_another_process_keeps_makes_the_database_unavailable_for_writes_only() throws Exception {
        try (Database database = open();
                Connection other =
                        DriverManager.getConnection(TestDatabases.sqlite(folder).url());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM task")))
                    .isInstanceOf(DatabaseUnavailableException.class);
            assertThat(versionOfFirstTask(database)).isEqualTo(1);

            statement.execute("ROLLBACK");
            assertThat(database.<Integer>write(handle -> handle.execute("DELETE FROM task")))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_write_within_a_write_is_part_of_it() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.write(outer -> {
                        database.<Integer>write(inner -> inner.execute("UPDATE task SET version = 7 WHERE id = 1"));
                        throw new IllegalStateException("after the inner one");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(versionOfFirstTask(database)).isEqualTo(1);
        }
    }

    @Test
    void a_writer_that_is_occupied_makes_the_others_give_up_in_time() throws Exception {
        CountDownLatch occupied = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Database database = open()) {
            Thread occupier = new Thread(() -> database.<Integer>write(handle -> {
                occupied.countDown();
                awaitQuietly(end);
                return 0;
            }));
            occupier.start();
            occupied.await();

            assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM task")))
                    .isInstanceOf(DatabaseUnavailableException.class);

            end.countDown();
            occupier.join();
            assertThat(database.<Integer>write(handle -> handle.execute("DELETE FROM task")))
                    .isEqualTo(2);
        }
    }

    @Test
    void an_open_database_is_available_and_a_closed_one_is_not() {
        Database database = open();
        assertThat(database.isAvailable()).isTrue();

        database.close();

        assertThat(database.isAvailable()).isFalse();
        assertThatThrownBy(() -> versionOfFirstTask(database)).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void the_folder_of_the_file_is_created() {
        Path deep = folder.resolve("a/b");

        Database.open(DatabaseSettings.of("jdbc:sqlite:" + deep.resolve("c.db")))
                .close();

        assertThat(deep.resolve("c.db")).isRegularFile();
    }

    @Test
    void a_folder_that_cannot_be_created_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Database.open(DatabaseSettings.of("jdbc:sqlite:" + file.resolve("c.db"))))
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:a.db",
                "jdbc:sqlite:file:a.db",
                "jdbc:sqlite:a.db?synchronous=OFF",
                "jdbc:sqlite:a\0b",
                "jdbc:mysql://localhost/todo"
            })
    void a_url_that_is_no_plain_file_is_refused(String url) {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of(url)))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessageContaining("'" + url + "'");
    }

    private Database open() {
        return Database.open(TestDatabases.sqlite(folder));
    }

    private static String pragma(Function<Function<Handle, String>, String> run, String name) {
        return run.apply(handle -> handle.select("SELECT * FROM pragma_" + name)
                .mapTo(String.class)
                .one());
    }

    private static long versionOfFirstTask(Database database) {
        return database.<Long>read(handle -> handle.select("SELECT version FROM task WHERE id = 1")
                .mapTo(long.class)
                .one());
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

    private static <T> void runAll(List<Callable<T>> work, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<T> result : pool.invokeAll(work)) {
                result.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
