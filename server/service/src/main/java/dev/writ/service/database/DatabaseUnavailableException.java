package dev.writ.service.database;

/**
 * The database could not be asked, or did not answer in time: it may work later, without a change of the request. A
 * write of which only the end was not answered may have happened all the same.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String reason) {
        super("The database is unavailable: " + reason);
    }

    DatabaseUnavailableException(Throwable cause) {
        super("The database is unavailable: " + RootCause.describe(cause), cause);
    }
}
