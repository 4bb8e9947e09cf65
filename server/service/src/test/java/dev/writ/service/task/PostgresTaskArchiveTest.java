package dev.writ.service.task;

import dev.writ.service.database.TestPostgres;

class PostgresTaskArchiveTest extends TaskArchiveContract {

    PostgresTaskArchiveTest() {
        super(TestPostgres.shared().freshDatabase());
    }
}
