package dev.writ.service.task;

import dev.writ.service.database.DatabaseSettings;
import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskStoreTest extends JdbcTaskStoreContract {

    @TempDir
    Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return TestDatabases.sqlite(folder);
    }
}
