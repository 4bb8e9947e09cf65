package dev.writ.service.task;

import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskStoreTest extends JdbcTaskStoreContract {

    SqliteTaskStoreTest(@TempDir Path folder) {
        super(TestDatabases.sqlite(folder));
    }
}
