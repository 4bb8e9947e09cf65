package dev.writ.service.database;

/**
 * The database cannot be opened or brought to the current schema; the message says which and why, for an operator. It
 * has no password in it.
 */
public final class DatabaseOpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseOpenException(DatabaseSettings settings, RuntimeException cause) {
        super("The database '" + settings.maskedUrl() + "' cannot be opened: " + RootCause.describe(cause), cause);
    }
}
