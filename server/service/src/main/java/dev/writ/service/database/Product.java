package dev.writ.service.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A kind of database: all that {@link Database} and {@link Migrations} need to know about one. */
sealed interface Product permits Sqlite, Postgres {

    /**
     * The product that a URL names.
     *
     * @throws IllegalArgumentException if the URL is of no product, or not as the product wants it
     */
    static Product of(DatabaseSettings settings) {
        return settings.url().startsWith(Postgres.SCHEME) ? Postgres.at(settings) : Sqlite.at(settings);
    }

    /** Creates what the product does not create by itself; what is there already is left as it is. */
    StorageCheck createStorage();

    /** Where the scripts of the schema are, for Flyway. */
    String migrations();

    /** Runs a migration while nobody else migrates the same database, as far as Flyway does not see to that. */
    <T> T alone(Supplier<T> migration);

    DataSource unpooled(Use use);

    Pools pools(Use use);

    /** A query that only an intact database answers. */
    String probe();

    /** Begins a transaction in which every query sees one commit, and which holds up nobody. */
    String beginSnapshot();

    Identities identities();

    /**
     * Copies the database into a file that is not there yet.
     *
     * @throws BackupException if that fails, or is not the way of the product
     */
    void backup(Jdbi database, Path file);

    Failure judge(SQLException failure);
}
