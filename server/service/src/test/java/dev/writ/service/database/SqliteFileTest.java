package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file of a database while it is open. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
class SqliteFileTest {

    private static final Duration NOTICE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        Path inner = folder.resolve("data");
        file = inner.resolve("test.db");
        database = Database.open(TestDatabases.sqlite(inner));
        write();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_write_into_a_file_that_was_deleted_is_not_acknowledged() throws IOException {
        Files.delete(file);

        assertThatThrownBy(this::write)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_write_into_a_file_that_was_replaced_is_not_acknowledged() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::write)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void a_deletion_is_noticed_without_any_traffic_and_no_empty_file_takes_its_place() throws IOException {
        Files.delete(file);

        awaitDown();
        assertThatThrownBy(this::read).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void the_deletion_of_the_folder_is_noticed_without_any_traffic() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path one : files.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(file.getParent());

        awaitDown();
    }

    @Test
    void a_replacement_is_noticed_without_any_traffic_and_never_used() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

        awaitDown();
        await().during(Duration.ofSeconds(1)).until(() -> !database.isAvailable());
    }

    @Test
    void a_folder_that_was_moved_away_and_back_is_used_again() throws IOException {
        Path away = folder.resolve("away");
        Files.move(file.getParent(), away);
        awaitDown();

        Files.move(away, file.getParent());

        await().atMost(Duration.ofSeconds(5)).until(database::isAvailable);
        assertThat(read()).isEqualTo(2);
        assertThat(write()).isEqualTo(1);
    }

    @Test
    void what_is_created_is_for_its_owner_only() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> created = files.toList();
            assertThat(created).contains(file).hasSizeGreaterThan(1);
            for (Path one : created) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .as(one.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    private void awaitDown() {
        await().atMost(NOTICE).until(() -> !database.isAvailable());
    }

    private int write() {
        return database.<Integer>write(handle -> handle.execute("UPDATE task SET version = version + 1 WHERE id = 1"));
    }

    private int read() {
        return database.<Integer>read(handle -> handle.select("SELECT version FROM task WHERE id = 1")
                .mapTo(int.class)
                .one());
    }
}
