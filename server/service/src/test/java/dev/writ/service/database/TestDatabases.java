package dev.writ.service.database;

import java.nio.file.Path;

/** Databases for the tests of all packages. */
public final class TestDatabases {

    private TestDatabases() {}

    public static DatabaseSettings sqlite(Path folder) {
        return DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    /** Deletes all tasks and users, those of the demo included. */
    public static void empty(Database database) {
        database.<Integer>write(
                handle -> handle.execute("DELETE FROM task") + handle.execute("DELETE FROM user_account"));
    }
}
