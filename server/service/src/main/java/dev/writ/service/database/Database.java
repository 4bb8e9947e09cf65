package dev.writ.service.database;

import java.util.Optional;
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
 *
 * <p>A monitor knows whether the database answers. While it does not, every call fails at once, so that no thread waits
 * for it; when it does again, calls succeed again.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Product product;
    private final StorageCheck storage;
    private final Pools pools;
    private final Jdbi reader;
    private final Jdbi writer;
    private final Availability availability = new Availability();
    private final Optional<Monitor> monitor;

    private Database(Product product, StorageCheck storage, Use use) {
        this.product = product;
        this.storage = storage;
        this.pools = product.pools(use);
        this.reader = jdbi(pools.reader());
        this.writer = jdbi(pools.writer());
        this.monitor = use == Use.REQUESTS
                ? Optional.of(Monitor.start(availability, storage, product, pools))
                : Optional.empty();
    }

    /**
     * Opens a database for requests, creating an SQLite file if need be, and migrates its schema. Every call is bounded:
     * 1.7 s on PostgreSQL, and on SQLite a second in the queue of writers and one for the lock of another process.
     *
     * @throws DatabaseOpenException if that fails, the URL included
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, Use.REQUESTS);
    }

    /**
     * Opens a database like {@link #open}, for work that an operator started: calls may take minutes, and each of them
     * finds out for itself whether the database answers.
     *
     * @throws DatabaseOpenException if that fails, the URL included
     */
    public static Database openForMaintenance(DatabaseSettings settings) {
        return open(settings, Use.MAINTENANCE);
    }

    /**
     * Migrates the schema of a database and leaves it.
     *
     * @throws DatabaseOpenException if that fails, the URL included
     */
    public static SchemaMigration migrate(DatabaseSettings settings) {
        return explaining(settings, () -> {
            Product product = Product.of(settings);
            product.createStorage();
            return migrate(product);
        });
    }

    private static Database open(DatabaseSettings settings, Use use) {
        return explaining(settings, () -> {
            Product product = Product.of(settings);
            StorageCheck storage = product.createStorage();
            migrate(product);
            return new Database(product, storage, use);
        });
    }

    private static SchemaMigration migrate(Product product) {
        SchemaMigration migration = Migrations.run(product);
        LOG.info("{}", migration);
        return migration;
    }

    /**
     * Runs statements that change nothing. Each of them sees the last commit, also within a {@link #write}: what that
     * has done so far is seen through its own handle only.
     *
     * @throws DatabaseUnavailableException if the database does not answer in time
     */
    public <T> T read(Function<Handle, T> query) {
        return whileAvailable(() -> reader.withHandle(query::apply));
    }

    /**
     * Runs statements in one transaction, which is durable when this returns and undone when {@code change} throws. A
     * write within a write is part of it.
     *
     * @throws DatabaseUnavailableException if the database does not answer in time; nothing was changed then, unless
     *     the commit itself was the step that had no answer: whether it happened is not known then
     */
    public <T> T write(Function<Handle, T> change) {
        return whileAvailable(() -> writer.inTransaction(handle -> {
            T result = change.apply(handle);
            storage.verify();
            return result;
        }));
    }

    /**
     * Whether the database answers, as its monitor knows; that is never older than two seconds. Takes no time, whatever
     * the state of the database.
     */
    public boolean isAvailable() {
        return availability.phase().isUp();
    }

    /** To be called when no request runs any more; what still does fails, and is undone. */
    @Override
    public void close() {
        availability.close();
        monitor.ifPresent(Monitor::close);
        pools.close();
    }

    private <T> T whileAvailable(Supplier<T> work) {
        Availability.Phase phase = availability.phase();
        if (!phase.isUp()) {
            throw new DatabaseUnavailableException(phase.reason());
        }
        try {
            return work.get();
        } catch (JdbiException | DatabaseLostException e) {
            Failure failure = Failure.of(e, product);
            if (failure == Failure.LOST && monitor.isPresent()) {
                availability.lost(phase, RootCause.describe(e));
            } else if (failure == Failure.BUSY) {
                LOG.warn("The database is up, but did not get to a request: {}", RootCause.describe(e));
            }
            throw failure == Failure.UNRELATED ? e : new DatabaseUnavailableException(e);
        }
    }

    /** Its exceptions hold no arguments of statements, which would bring hashes and people's texts into the log. */
    private static Jdbi jdbi(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static <T> T explaining(DatabaseSettings settings, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (RuntimeException e) {
            throw new DatabaseOpenException(settings, e);
        }
    }
}
