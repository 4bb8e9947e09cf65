package dev.writ.service.database;

import java.time.Duration;

/**
 * How long the database is waited for.
 *
 * @param connect until a new connection is there
 * @param connection until the pool has a free connection
 * @param lock until somebody else's lock is gone
 * @param statement until a statement has ended, as the server measures it
 * @param socket until the server sends something, as we measure it
 */
record TimeLimits(Duration connect, Duration connection, Duration lock, Duration statement, Duration socket) {

    static final TimeLimits MAINTENANCE = new TimeLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofMinutes(31));
}
