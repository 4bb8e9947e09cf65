package dev.writ.service.database;

/** What a database is opened for, which decides how long it is waited for. */
enum Use {
    /** Somebody waits for the answer. */
    REQUESTS,
    /** Migrations, and what else an operator starts and lets run. */
    MAINTENANCE
}
