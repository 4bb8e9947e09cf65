package dev.writ.service.database;

/** The schema of a database is not one that this program can bring up to date; the message completes "because". */
final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }
}
