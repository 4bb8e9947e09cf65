package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    Path folder;

    private DatabaseSettings settings = DatabaseSettings.of("");

    @BeforeEach
    void name_the_database() {
        settings = TestDatabases.sqlite(folder);
    }

    @Test
    void each_script_runs_once_in_the_life_of_a_database() {
        Database.open(settings).close();

        try (Database database = Database.open(settings)) {
            assertThat(appliedVersions(database)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void a_script_that_was_not_recorded_left_nothing_and_runs_at_the_next_start() throws SQLException {
        Sqlite.at(settings).createStorage();
        Flyway.configure()
                .dataSource(Sqlite.at(settings).unpooled(Use.MAINTENANCE))
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        execute("CREATE TRIGGER fail BEFORE INSERT ON flyway_schema_history WHEN NEW.version = '2'"
                + " BEGIN SELECT RAISE(ABORT, 'stopped before the record'); END");

        assertThatThrownBy(() -> Database.open(settings)).hasMessageContaining("stopped before the record");
        execute("DROP TRIGGER fail");

        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT * FROM task").next()).isFalse();
        }
        try (Database database = Database.open(settings)) {
            assertThat(appliedVersions(database)).containsExactly("1", "2", "3");
            assertThat(database.<Integer>read(handle -> handle.select("SELECT count(*) FROM task")
                            .mapTo(int.class)
                            .one()))
                    .isEqualTo(2);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> appliedVersions(Database database) {
        return database.read(
                handle -> handle.select("SELECT version FROM flyway_schema_history WHERE success = 1 ORDER BY version")
                        .mapTo(String.class)
                        .list());
    }
}
