package dev.writ.service.database;

import org.jdbi.v3.core.Handle;

/** The numbers that a table gives its rows. */
interface Identities {

    /** Keeps others from writing to the table until the transaction ends. */
    void lock(Handle handle, String table);

    /** The highest number that was ever given; 0 before the first. */
    long last(Handle handle, String table);

    /** From here on only higher numbers than {@code last} are given; nothing changes if that is so already. */
    void raise(Handle handle, String table, long last);
}
