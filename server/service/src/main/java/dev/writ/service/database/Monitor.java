package dev.writ.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database every half second, over a connection of its own, whether it answers, and at once when a request
 * reports that it does not. While it is down, pooled connections are let go, so that requests start on new ones.
 */
final class Monitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(3);

    private final Availability availability;
    private final StorageCheck storage;
    private final DataSource source;
    private final String query;
    private final Pools pools;
    private final Thread thread = new Thread(this::run, "database-monitor");
    private volatile boolean closed;
    private Optional<Connection> connection = Optional.empty();

    private Monitor(Availability availability, StorageCheck storage, Product product, Pools pools) {
        this.availability = availability;
        this.storage = storage;
        this.source = product.unpooled(Use.REQUESTS);
        this.query = product.probe();
        this.pools = pools;
    }

    static Monitor start(Availability availability, StorageCheck storage, Product product, Pools pools) {
        Monitor monitor = new Monitor(availability, storage, product, pools);
        monitor.thread.setDaemon(true);
        monitor.thread.start();
        return monitor;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                probe();
                availability.awaitReport(INTERVAL);
            }
        } catch (InterruptedException e) {
            LOG.debug("The monitor ends", e);
        } finally {
            disconnect();
        }
    }

    private void probe() {
        Availability.Phase seen = availability.probeBegins();
        try {
            if (!seen.isUp()) {
                pools.evict();
            }
            storage.verify();
            ask();
            availability.answered(seen);
        } catch (SQLException | RuntimeException e) {
            disconnect();
            availability.lost(seen, RootCause.describe(e));
        } finally {
            availability.probeEnds();
        }
    }

    /** The end of a connection is not the end of the database: it is asked over a new one before that is said. */
    private void ask() throws SQLException {
        if (connection.isPresent()) {
            try {
                ask(connection.get());
                return;
            } catch (SQLException e) {
                LOG.debug("The connection of the monitor has ended", e);
                disconnect();
            }
        }
        Connection opened = source.getConnection();
        connection = Optional.of(opened);
        ask(opened);
    }

    private void ask(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute(query);
        }
    }

    private void disconnect() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            LOG.debug("The connection of the monitor cannot be closed", e);
        }
        connection = Optional.empty();
    }
}
