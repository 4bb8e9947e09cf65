package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What migrations do on every product. A subclass brings a database in which nothing is. */
abstract class MigrationsContract {

    private final String newest;

    MigrationsContract(String folder) throws Exception {
        URI scripts =
                MigrationsContract.class.getResource("/db/migration/" + folder).toURI();
        try (Stream<Path> files = Files.list(Path.of(scripts))) {
            newest = files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
                    .max(Comparator.comparing(Integer::valueOf))
                    .orElseThrow();
        }
    }

    abstract DatabaseSettings settings();

    @Test
    void a_fresh_database_gets_the_newest_schema_and_a_current_one_is_left_alone() {
        assertThat(Database.migrate(settings())).isEqualTo(new SchemaMigration(Optional.empty(), newest));
        assertThat(Database.migrate(settings())).isEqualTo(new SchemaMigration(Optional.of(newest), newest));
    }

    @Test
    void each_script_runs_once_in_the_life_of_a_database() {
        Database.open(settings()).close();
        List<String> once = appliedVersions();
        Database.open(settings()).close();

        assertThat(once).last().isEqualTo(newest);
        assertThat(appliedVersions()).isEqualTo(once);
    }

    @Test
    void threads_that_open_one_fresh_database_at_the_same_moment_all_succeed() throws Exception {
        List<SchemaMigration> migrations = Together.run(4, opener -> Database.migrate(settings()));

        assertThat(migrations).hasSize(4).extracting(SchemaMigration::to).containsOnly(newest);
        assertThat(appliedVersions()).doesNotHaveDuplicates();
    }

    @Test
    void processes_that_open_one_fresh_database_at_the_same_moment_all_succeed() throws Exception {
        List<String> printed = Together.run(2, opener -> MigrationProcess.run(settings()));

        assertThat(printed)
                .allSatisfy(lines -> assertThat(lines)
                        .startsWith("0 ")
                        .containsAnyOf("to version " + newest, "at version " + newest));
        assertThat(appliedVersions()).doesNotHaveDuplicates();
    }

    @Test
    void a_schema_that_is_newer_than_the_program_is_refused_in_one_line() {
        Database.migrate(settings());
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'later', 1, TRUE)");

        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessageContaining(settings().maskedUrl())
                .hasMessageContaining("its schema has version 99, this program knows version " + newest + " at most")
                .hasMessageContaining("start a newer release")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_script_that_was_edited_after_its_release_is_refused_in_one_line() {
        Database.migrate(settings());
        execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessageContaining("version 1 of its schema was made by a script other than the one in this program")
                .message()
                .doesNotContain("\n");
    }

    final void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(settings().url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final List<String> appliedVersions() {
        try (Database database = Database.openForMaintenance(settings())) {
            return database.read(handle -> handle.select(
                            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank")
                    .mapTo(String.class)
                    .list());
        }
    }
}
