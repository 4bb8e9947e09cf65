package dev.writ.service.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The steps that lead from an empty database to the schema of this version, one folder of SQL scripts per product.
 * Forward only: a script that was released is never edited, and nothing undoes it. Each script runs once, in a
 * transaction of its own, and the database keeps the list.
 */
enum Migrations {
    SQLITE("classpath:db/migration/sqlite");

    private final String location;

    Migrations(String location) {
        this.location = location;
    }

    void run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(location)
                .cleanDisabled(true)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
