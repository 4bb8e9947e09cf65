package dev.writ.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database and how it is opened. Each wait has a limit of its own: the server ends statements that take
 * too long or wait too long for a lock, and the socket has a limit for when the server does not do even that. A request
 * waits for a connection (0.45 s and a validation of 0.25 s) and for the socket (1 s), 1.7 s at most.
 *
 * <p>Read-only connections are so by the server's own setting, which costs no round trip. A commit is acknowledged when
 * it is on disk, also where the server's default is to be faster than that.
 */
record Postgres(DatabaseSettings settings) implements Product {
    static final String SCHEME = "jdbc:postgresql:";

    private static final TimeLimits REQUESTS = new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofMillis(450),
            Duration.ofMillis(500),
            Duration.ofMillis(700),
            Duration.ofSeconds(1));
    /** From version 17 on; older servers do not know this setting, and limit single statements only. */
    private static final String LIMIT_TRANSACTIONS =
            "SELECT set_config(name, '1s', false) FROM pg_settings WHERE name = 'transaction_timeout'";
    /** A transaction of which nothing is heard for so long is given up by the server, and its locks with it. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(5);

    /** Broken connections, and servers that shut down, start up or crash. */
    private static final List<String> LOST = List.of("08", "57P");
    /** Conflicts between transactions, lack of resources, time-outs of locks, statements and transactions, failing disks. */
    private static final List<String> BUSY = List.of("40", "53", "55P03", "57014", "25P03", "25P04", "58");

    /** @throws IllegalArgumentException if the driver does not understand the URL */
    static Postgres at(DatabaseSettings settings) {
        String url = settings.url();
        boolean credentialsInHost = url.split("\\?", 2)[0].contains("@");
        if (credentialsInHost || Driver.parseURL(url, null) == null) {
            throw new IllegalArgumentException(
                    "The database URL must be " + SCHEME + "//HOST:PORT/NAME, but is '" + settings.maskedUrl() + "'");
        }
        return new Postgres(settings);
    }

    /** The server keeps what it created, and says so when it cannot. */
    @Override
    public StorageCheck createStorage() {
        return () -> {};
    }

    @Override
    public String migrations() {
        return "classpath:db/migration/postgresql";
    }

    /** Flyway takes an advisory lock by itself. */
    @Override
    public <T> T alone(Supplier<T> migration) {
        return migration.get();
    }

    @Override
    public DataSource unpooled(Use use) {
        return source(limits(use), "");
    }

    @Override
    public Pools pools(Use use) {
        TimeLimits limits = limits(use);
        return new Pools(
                pool("postgresql-reader", source(limits, " -c default_transaction_read_only=on"), use),
                pool("postgresql-writer", source(limits, ""), use));
    }

    @Override
    public String probe() {
        return "SELECT 1";
    }

    @Override
    public String beginSnapshot() {
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    }

    @Override
    public Identities identities() {
        return new PostgresIdentities();
    }

    @Override
    public void backup(Jdbi database, Path file) {
        throw new BackupException("PostgreSQL is backed up by tools of its own, such as pg_dump");
    }

    @Override
    public Failure judge(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (LOST.stream().anyMatch(state::startsWith)) {
            return Failure.LOST;
        }
        return BUSY.stream().anyMatch(state::startsWith) ? Failure.BUSY : Failure.UNRELATED;
    }

    private static TimeLimits limits(Use use) {
        return use == Use.REQUESTS ? REQUESTS : TimeLimits.MAINTENANCE;
    }

    private HikariDataSource pool(String name, DataSource source, Use use) {
        HikariConfig config = Pools.configuration(name, source, settings.poolSize(), limits(use));
        if (use == Use.REQUESTS) {
            config.setConnectionInitSql(LIMIT_TRANSACTIONS);
        }
        return new HikariDataSource(config);
    }

    private DataSource source(TimeLimits limits, String moreOptions) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        settings.user().ifPresent(source::setUser);
        settings.password().ifPresent(source::setPassword);
        source.setApplicationName("writ");
        source.setConnectTimeout((int) limits.connect().toSeconds());
        source.setLoginTimeout((int) limits.connect().toSeconds());
        source.setSocketTimeout((int) limits.socket().toSeconds());
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false); // it has people's texts in it
        source.setOptions(Optional.ofNullable(source.getOptions())
                        .map(given -> given + " ")
                        .orElse("")
                + "-c synchronous_commit=on"
                + " -c statement_timeout=" + limits.statement().toMillis()
                + " -c lock_timeout=" + limits.lock().toMillis()
                + " -c idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION.toMillis() + moreOptions);
        return source;
    }
}
