package dev.writ.service.database;

/** There is no backup; the message says why, for an operator. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Exception cause) {
        super(message, cause);
    }
}
