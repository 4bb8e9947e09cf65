package dev.writ.service.database;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Databases for the tests of all packages. */
public final class TestDatabases {

    private TestDatabases() {}

    public static DatabaseSettings sqlite(Path folder) {
        return DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    /** A database with its schema but not the demo data. */
    public static Database openEmpty(DatabaseSettings settings) {
        Database database = Database.open(settings);
        database.write(TestDatabases::deleteAll);
        return database;
    }

    private static int deleteAll(Handle handle) {
        return handle.execute("DELETE FROM task") + handle.execute("DELETE FROM user_account");
    }
}
