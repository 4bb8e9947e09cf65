package dev.writ.service.user;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestPostgres;

class PostgresUserStoreTest extends JdbcUserStoreContract {

    @Override
    DatabaseSettings freshDatabase() {
        return TestPostgres.shared().freshDatabase();
    }
}
