package dev.writ.service.database;

/** The database cannot be opened or brought to the current schema; the message says which and why, for an operator. */
public final class DatabaseOpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseOpenException(String url, RuntimeException cause) {
        super("The database '" + url + "' cannot be opened: " + reason(cause), cause);
    }

    /** The innermost cause knows best; the others wrap it in words about themselves. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
