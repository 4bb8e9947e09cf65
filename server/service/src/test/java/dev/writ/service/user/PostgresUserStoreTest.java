package dev.writ.service.user;

import dev.writ.service.database.TestPostgres;

class PostgresUserStoreTest extends JdbcUserStoreContract {

    PostgresUserStoreTest() {
        super(TestPostgres.shared().freshDatabase());
    }
}
