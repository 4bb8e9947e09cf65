package dev.writ.service.database;

/** The innermost cause of a failure, which knows best; the others wrap it in words about themselves. */
final class RootCause {
    private RootCause() {}

    /** In one line, for an operator. */
    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean speaksForItself = cause instanceof SchemaException || cause instanceof DatabaseLostException;
        return speaksForItself
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
