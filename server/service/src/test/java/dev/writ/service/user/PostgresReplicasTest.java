package dev.writ.service.user;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestPostgres;

class PostgresReplicasTest extends ReplicasContract {

    @Override
    DatabaseSettings freshDatabase() {
        return TestPostgres.shared().freshDatabase();
    }
}
