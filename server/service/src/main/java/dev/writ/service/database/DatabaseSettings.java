package dev.writ.service.database;

import java.util.Optional;

/**
 * Which database to open, and how many connections it may cost.
 *
 * @param url {@code jdbc:sqlite:PATH}, a file and nothing more, or {@code jdbc:postgresql://HOST:PORT/NAME}, where
 *     parameters of the driver may follow; time-outs among them are overruled
 * @param user who logs in; for PostgreSQL only, where it goes before a user in the URL
 * @param password what this user logs in with, likewise
 * @param poolSize at most so many connections for reading, and on PostgreSQL as many again for writing; SQLite has one
 *     writer. The monitor of the database has one more of its own
 */
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password, int poolSize) {
    private static final int DEFAULT_POOL_SIZE = 10;

    /** @throws IllegalArgumentException if the pool has no room for a connection */
    public DatabaseSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("The pool size must be at least 1, but is " + poolSize);
        }
    }

    /** No user and no password but those in the URL, and ten connections. */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, Optional.empty(), Optional.empty(), DEFAULT_POOL_SIZE);
    }

    /** The URL for people's eyes: with asterisks for what only the database should know. */
    public String maskedUrl() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1********").replaceAll("//[^/?]*@", "//********@");
    }

    /** Without passwords, so that none gets into a log. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + maskedUrl() + ", user=" + user + ", password="
                + password.map(secret -> "********") + ", poolSize=" + poolSize + "]";
    }
}
