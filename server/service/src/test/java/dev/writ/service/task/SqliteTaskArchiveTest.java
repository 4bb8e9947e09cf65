package dev.writ.service.task;

import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskArchiveTest extends TaskArchiveContract {

    SqliteTaskArchiveTest(@TempDir Path folder) {
        super(TestDatabases.sqlite(folder));
    }
}
