package dev.writ.service.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateOutput;

/**
 * The steps that lead from an empty database to the schema of this version, one folder of SQL scripts per product.
 * Forward only: a script that was released is never edited, and nothing undoes it. Each script runs once, in a
 * transaction of its own, and the database keeps the list. Of several that start at once, one migrates and the others
 * wait.
 */
final class Migrations {
    private static final String PENDING = "*:pending";

    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @throws SchemaException if the database is not as this program left it, or as an older one did */
    static SchemaMigration run(Product product) {
        Flyway flyway = Flyway.configure()
                .dataSource(product.unpooled(Use.MAINTENANCE))
                .locations(product.migrations())
                .cleanDisabled(true)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns(PENDING)
                .load();
        return product.alone(new Migrations(flyway)::run);
    }

    private SchemaMigration run() {
        refuseNewer();
        refuseEdited();
        Optional<String> from = currentVersion();
        flyway.migrate();
        return new SchemaMigration(from, currentVersion().orElseThrow());
    }

    private void refuseNewer() {
        MigrationInfo[] all = flyway.info().all();
        newest(all, true).ifPresent(newer -> {
            throw new SchemaException("its schema has version " + newer + ", this program knows version "
                    + newest(all, false).orElseThrow() + " at most; start a newer release of the program, or restore a"
                    + " backup from before the database was migrated");
        });
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] all, boolean future) {
        return Arrays.stream(all)
                .filter(step -> isFuture(step) == future)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }

    private static boolean isFuture(MigrationInfo step) {
        return step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED;
    }

    private void refuseEdited() {
        for (ValidateOutput fault : flyway.validateWithResult().invalidMigrations) {
            boolean edited = fault.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH;
            throw new SchemaException("version " + fault.version + " of its schema was "
                    + (edited
                            ? "made by a script other than the one in this program; a script that was released must not"
                                    + " be edited: start the release that made the database, or one after it"
                            : "not made as this program expects: " + fault.errorDetails.errorMessage));
        }
    }

    private Optional<String> currentVersion() {
        return Optional.ofNullable(flyway.info().current())
                .map(step -> step.getVersion().getVersion());
    }
}
