package dev.writ.service.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database whose schema is current. Safe for use by many threads; a handle belongs to the call it was given to.
 *
 * <p>Reads and writes are told apart because SQLite has one writer at a time: writes queue for one connection, here, in
 * the order they came, instead of polling for a lock. Another process on the same file is waited for as well.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int PROBE_SECONDS = 1;

    private final HikariDataSource readPool;
    private final HikariDataSource writePool;
    private final Jdbi reader;
    private final Jdbi writer;

    private Database(HikariDataSource readPool, HikariDataSource writePool) {
        this.readPool = readPool;
        this.writePool = writePool;
        this.reader = jdbi(readPool);
        this.writer = jdbi(writePool);
    }

    /**
     * Opens the database that a JDBC URL names, creating it if need be, and migrates its schema.
     *
     * @param url {@code jdbc:sqlite:PATH}; there is no other kind yet
     * @throws DatabaseOpenException if that fails, the URL included
     */
    public static Database open(String url) {
        try {
            return open(Sqlite.at(url));
        } catch (RuntimeException e) {
            throw new DatabaseOpenException(url, e);
        }
    }

    private static Database open(Sqlite sqlite) {
        sqlite.createDirectory();
        Migrations.SQLITE.run(sqlite.unpooled());
        HikariDataSource writePool = sqlite.writePool();
        try {
            return new Database(sqlite.readPool(), writePool);
        } catch (RuntimeException e) {
            writePool.close();
            throw e;
        }
    }

    /**
     * Runs statements that change nothing. Each of them sees the last commit, also within a {@link #write}: what that
     * has done so far is seen through its own handle only.
     *
     * @throws DatabaseUnavailableException if the database does not answer in time
     */
    public <T> T read(Function<Handle, T> query) {
        return translating(() -> reader.withHandle(query::apply));
    }

    /**
     * Runs statements in one transaction, which is durable when this returns and undone when {@code change} throws. A
     * write within a write is part of it.
     *
     * @throws DatabaseUnavailableException if the database does not answer in time; nothing was changed then, unless
     *     the commit itself was the step that failed
     */
    public <T> T write(Function<Handle, T> change) {
        return translating(() -> writer.inTransaction(change::apply));
    }

    /** Whether the database answers a query now. Known within two seconds, whatever the state of the database. */
    public boolean isReachable() {
        try {
            return read(handle -> handle.createQuery("SELECT count(*) FROM flyway_schema_history")
                            .setQueryTimeout(PROBE_SECONDS)
                            .mapTo(int.class)
                            .one())
                    > 0;
        } catch (JdbiException | DatabaseUnavailableException e) {
            LOG.warn("The database is not reachable: {}", e.getMessage());
            return false;
        }
    }

    /** To be called when no request runs any more; what still does fails, and is undone. */
    @Override
    public void close() {
        readPool.close();
        writePool.close();
    }

    /** Its exceptions hold no arguments of statements, which would bring hashes and people's texts into the log. */
    private static Jdbi jdbi(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw DatabaseUnavailableException.isCauseOf(e) ? new DatabaseUnavailableException(e) : e;
        }
    }
}
