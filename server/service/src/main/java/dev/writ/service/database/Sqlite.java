package dev.writ.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file and how it is opened: write-ahead log, synced at every commit (so that what was acknowledged survives
 * a crash), transactions that take the write lock when they begin (so that none fails in its middle).
 */
record Sqlite(Path file) {

    private static final String SCHEME = "jdbc:sqlite:";
    private static final int READERS = 8;
    /** How long a request waits for a connection; with one writer, the length of its queue. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);
    /** How long a statement waits for the lock of another process. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(1);

    private static final Duration VALIDATION = Duration.ofMillis(500);

    /** @throws IllegalArgumentException if the URL does not name a file, or sets parameters of the driver */
    static Sqlite at(String url) {
        String path = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "The database URL must be " + SCHEME + "PATH, a file and nothing more, but is '" + url + "'");
        }
        try {
            return new Sqlite(Path.of(path).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The database URL '" + url + "' names no file: " + e.getMessage(), e);
        }
    }

    void createDirectory() {
        Path directory = file.getParent();
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the database, " + directory + ", cannot be created", e);
        }
    }

    DataSource unpooled() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) LOCK_WAIT.toMillis());
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl(SCHEME + file);
        return dataSource;
    }

    HikariDataSource writePool() {
        return pool("writer", 1, "PRAGMA query_only = 0");
    }

    HikariDataSource readPool() {
        return pool("reader", READERS, "PRAGMA query_only = 1");
    }

    private HikariDataSource pool(String name, int size, String initialStatement) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sqlite-" + name);
        config.setDataSource(unpooled());
        config.setMaximumPoolSize(size);
        config.setConnectionInitSql(initialStatement);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        return new HikariDataSource(config);
    }
}
