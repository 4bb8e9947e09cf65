package dev.writ.service.database;

import org.jdbi.v3.core.Handle;

/** Those of identity columns named {@code id}, which are drawn from a sequence. */
final class PostgresIdentities implements Identities {

    @Override
    public void lock(Handle handle, String table) {
        handle.execute("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    public long last(Handle handle, String table) {
        return handle.createQuery(
                        "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(:table, 'id')::regclass), 0)")
                .bind("table", table)
                .mapTo(long.class)
                .one();
    }

    @Override
    public void raise(Handle handle, String table, long last) {
        if (last > last(handle, table)) {
            handle.createQuery("SELECT setval(pg_get_serial_sequence(:table, 'id')::regclass, :last)")
                    .bind("table", table)
                    .bind("last", last)
                    .mapTo(long.class)
                    .one();
        }
    }
}
