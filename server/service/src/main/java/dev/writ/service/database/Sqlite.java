package dev.writ.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * An SQLite file and how it is opened: write-ahead log, synced at every commit (so that what was acknowledged survives
 * a crash), transactions that take the write lock when they begin (so that none fails in its middle). Connections never
 * create the file, so one that was deleted does not come back empty.
 */
record Sqlite(Path file, int readers) implements Product {

    private static final String SCHEME = "jdbc:sqlite:";
    /** With one writer, the wait for a connection is the length of its queue; there is no server to end statements. */
    private static final TimeLimits REQUESTS = new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    /** Locked by another process, or no room. */
    private static final Set<SQLiteErrorCode> BUSY =
            Set.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED, SQLiteErrorCode.SQLITE_FULL);
    /** No file, or a device that fails. */
    private static final Set<SQLiteErrorCode> LOST =
            Set.of(SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CANTOPEN);

    /** @throws IllegalArgumentException if the URL does not name a file, or sets parameters of the driver */
    static Sqlite at(DatabaseSettings settings) {
        String url = settings.url();
        String path = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "The database URL must be " + SCHEME + "PATH, a file and nothing more, or " + Postgres.SCHEME
                            + "//HOST:PORT/NAME, but is '" + settings.maskedUrl() + "'");
        }
        try {
            return new Sqlite(Path.of(path).toAbsolutePath(), settings.poolSize());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The database URL '" + url + "' names no file: " + e.getMessage(), e);
        }
    }

    /** Creates the folder, and the file, empty and for its owner only; SQLite gives its log the same permissions. */
    @Override
    public StorageCheck createStorage() {
        try {
            Path directory = file.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.createFile(file, OwnerOnly.attributes(file));
        } catch (FileAlreadyExistsException e) {
            // It is looked at below.
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the database, " + file + ", cannot be created", e);
        }
        return FileIdentity.of(file);
    }

    @Override
    public String migrations() {
        return "classpath:db/migration/sqlite";
    }

    @Override
    public <T> T alone(Supplier<T> migration) {
        return FileMigrationLock.holding(file.resolveSibling(file.getFileName() + ".lock"), migration);
    }

    @Override
    public DataSource unpooled(Use use) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) limits(use).lock().toMillis());
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl(SCHEME + file);
        return dataSource;
    }

    @Override
    public Pools pools(Use use) {
        return new Pools(
                pool("sqlite-reader", use, readers, "PRAGMA query_only = 1"),
                pool("sqlite-writer", use, 1, "PRAGMA query_only = 0"));
    }

    /** It reads the file, which {@code SELECT 1} would not. */
    @Override
    public String probe() {
        return "SELECT count(*) FROM sqlite_schema";
    }

    @Override
    public String beginSnapshot() {
        return "BEGIN DEFERRED";
    }

    @Override
    public Identities identities() {
        return new SqliteIdentities();
    }

    @Override
    public void backup(Jdbi database, Path target) {
        SqliteBackup.write(database, target);
    }

    @Override
    public Failure judge(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Failure.UNRELATED;
        }
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(sqlite.getErrorCode());
        if (LOST.contains(code) || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
            return Failure.LOST;
        }
        return BUSY.contains(code) ? Failure.BUSY : Failure.UNRELATED;
    }

    private static TimeLimits limits(Use use) {
        return use == Use.REQUESTS ? REQUESTS : TimeLimits.MAINTENANCE;
    }

    private HikariDataSource pool(String name, Use use, int size, String initialStatement) {
        HikariConfig config = Pools.configuration(name, unpooled(use), size, limits(use));
        config.setConnectionInitSql(initialStatement);
        return new HikariDataSource(config);
    }
}
