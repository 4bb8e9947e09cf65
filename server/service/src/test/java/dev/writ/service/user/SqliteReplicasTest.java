package dev.writ.service.user;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplicasTest extends ReplicasContract {

    @TempDir
    Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return TestDatabases.sqlite(folder);
    }
}
