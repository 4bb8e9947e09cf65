package dev.writ.service;

import dev.writ.service.configuration.Configuration;
import dev.writ.service.configuration.ConfigurationOptions;
import dev.writ.service.database.Database;
import java.io.IOException;

/** The database of the configuration, for a command that works on it and ends. */
final class Maintenance {
    private final ConfigurationOptions options;

    Maintenance(ConfigurationOptions options) {
        this.options = options;
    }

    /** Opens the database, which brings its schema up to date, and closes it when the work is done. */
    int run(Work work) throws IOException {
        Configuration configuration = options.read().configuration();
        Logging.startForCommand(configuration);
        try (Database database = Database.openForMaintenance(configuration.database())) {
            return work.on(database);
        }
    }

    /** What a command does; returns the status of the process. */
    @FunctionalInterface
    interface Work {
        int on(Database database) throws IOException;
    }
}
