package dev.writ.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections for reading and for writing. Apart, so that a read within a write never waits for a connection that only
 * the end of a write would set free.
 */
record Pools(HikariDataSource reader, HikariDataSource writer) implements AutoCloseable {
    /** How long a connection that was idle is asked whether it lives. */
    private static final Duration VALIDATION = Duration.ofMillis(250);

    /**
     * What all pools have in common. Connections are made when somebody waits for one, and at no other time: so there is
     * no back-off that still lasts when a database has come back.
     */
    static HikariConfig configuration(String name, DataSource source, int size, TimeLimits limits) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(limits.connection().toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        return config;
    }

    /** Lets go of all connections: those that are idle now, the others when they come back. */
    void evict() {
        reader.getHikariPoolMXBean().softEvictConnections();
        writer.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
