package dev.writ.service.task;

import dev.writ.service.database.Database;
import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JdbcTaskStoreTest extends TaskStoreContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.emptySqlite(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    TaskStore store() {
        return new JdbcTaskStore(database);
    }

    @Override
    TaskStore reopened() {
        database.close();
        database = Database.open(TestDatabases.sqliteUrl(folder));
        return store();
    }
}
