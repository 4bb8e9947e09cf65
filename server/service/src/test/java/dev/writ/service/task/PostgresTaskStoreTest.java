package dev.writ.service.task;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestPostgres;

class PostgresTaskStoreTest extends JdbcTaskStoreContract {

    @Override
    DatabaseSettings freshDatabase() {
        return TestPostgres.shared().freshDatabase();
    }
}
