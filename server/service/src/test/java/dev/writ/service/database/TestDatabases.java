package dev.writ.service.database;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Databases for the tests of all packages. */
public final class TestDatabases {

    private TestDatabases() {}

    public static String sqliteUrl(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }

    /** The database in this folder, with its schema but not the demo data. */
    public static Database emptySqlite(Path folder) {
        Database database = Database.open(sqliteUrl(folder));
        database.write(TestDatabases::deleteAll);
        return database;
    }

    private static int deleteAll(Handle handle) {
        return handle.execute("DELETE FROM task") + handle.execute("DELETE FROM user_account");
    }
}
