package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationsTest extends MigrationsContract {

    @TempDir
    Path folder;

    SqliteMigrationsTest() throws Exception {
        super("sqlite");
    }

    @Override
    DatabaseSettings settings() {
        return TestDatabases.sqlite(folder);
    }

    @Test
    void a_script_that_was_not_recorded_left_nothing_and_runs_at_the_next_start() throws SQLException {
        Sqlite.at(settings()).createStorage();
        Flyway.configure()
                .dataSource(Sqlite.at(settings()).unpooled(Use.MAINTENANCE))
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        execute("CREATE TRIGGER fail BEFORE INSERT ON flyway_schema_history WHEN NEW.version = '2'"
                + " BEGIN SELECT RAISE(ABORT, 'stopped before the record'); END");

        assertThatThrownBy(() -> Database.open(settings())).hasMessageContaining("stopped before the record");
        execute("DROP TRIGGER fail");

        try (Connection connection = DriverManager.getConnection(settings().url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT * FROM task").next()).isFalse();
        }
        assertThat(appliedVersions()).startsWith("1", "2");
        try (Connection connection = DriverManager.getConnection(settings().url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM task").getInt(1))
                    .isEqualTo(2);
        }
    }
}
