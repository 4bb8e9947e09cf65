package dev.writ.service.database;

import java.util.Optional;

/**
 * What a migration did.
 *
 * @param from the version of the schema before; empty if there was none
 * @param to the version after; the same as before if there was nothing to do
 */
public record SchemaMigration(Optional<String> from, String to) {

    /** One line for an operator. */
    @Override
    public String toString() {
        if (from.equals(Optional.of(to))) {
            return "The schema of the database is at version " + to + ", there was nothing to do";
        }
        return "The schema of the database went from "
                + from.map(version -> "version " + version).orElse("nothing") + " to version " + to;
    }
}
