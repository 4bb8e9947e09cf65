package dev.writ.service.database;

/** Whether the database that was opened is still where it was. Cheap enough for every transaction; thread-safe. */
@FunctionalInterface
interface StorageCheck {

    /**
     * Returns if so.
     *
     * @throws DatabaseLostException if not
     */
    void verify();
}
