package dev.writ.service.task;

import dev.writ.service.database.TestPostgres;

class PostgresTaskStoreTest extends JdbcTaskStoreContract {

    PostgresTaskStoreTest() {
        super(TestPostgres.shared().freshDatabase());
    }
}
