package dev.writ.service.database;

/** The database that was opened is not where it was. */
final class DatabaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseLostException(String message) {
        super(message);
    }
}
