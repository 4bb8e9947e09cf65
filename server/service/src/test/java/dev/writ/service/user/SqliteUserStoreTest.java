package dev.writ.service.user;

import dev.writ.service.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteUserStoreTest extends JdbcUserStoreContract {

    SqliteUserStoreTest(@TempDir Path folder) {
        super(TestDatabases.sqlite(folder));
    }
}
