package dev.writ.service.database;

import org.jdbi.v3.core.Handle;

/** Those of columns with AUTOINCREMENT, which SQLite keeps in a table of its own. */
final class SqliteIdentities implements Identities {

    /** A transaction that writes is alone by itself. */
    @Override
    public void lock(Handle handle, String table) {}

    @Override
    public long last(Handle handle, String table) {
        return handle.createQuery("SELECT seq FROM sqlite_sequence WHERE name = :table")
                .bind("table", table)
                .mapTo(long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public void raise(Handle handle, String table, long last) {
        handle.createUpdate("INSERT INTO sqlite_sequence (name, seq) SELECT :table, 0"
                        + " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :table)")
                .bind("table", table)
                .execute();
        handle.createUpdate("UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :table")
                .bind("table", table)
                .bind("last", last)
                .execute();
    }
}
