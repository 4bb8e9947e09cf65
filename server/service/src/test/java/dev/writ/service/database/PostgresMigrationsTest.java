package dev.writ.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresMigrationsTest extends MigrationsContract {

    private final DatabaseSettings settings = TestPostgres.shared().freshDatabase();

    PostgresMigrationsTest() throws Exception {
        super("postgresql");
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }

    @Test
    void a_fresh_database_has_no_demo_data() {
        try (Database database = Database.open(settings)) {
            assertThat(database.<Integer>read(
                            handle -> handle.select("SELECT (SELECT count(*) FROM task) + count(*) FROM user_account")
                                    .mapTo(int.class)
                                    .one()))
                    .isZero();
        }
    }
}
