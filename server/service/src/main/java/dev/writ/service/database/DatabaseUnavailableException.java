package dev.writ.service.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database could not be asked: it may work later, without a change of the request. */
public final class DatabaseUnavailableException extends RuntimeException {

    /** Locked by another process, no room, or a device that fails. */
    private static final Set<Integer> SQLITE_CODES = Set.of(
            SQLiteErrorCode.SQLITE_BUSY.code,
            SQLiteErrorCode.SQLITE_LOCKED.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);

    DatabaseUnavailableException(Throwable cause) {
        super("The database is unavailable: " + cause.getMessage(), cause);
    }

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException || (cause instanceof SQLException sql && isUnavailability(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnavailability(SQLException failure) {
        return failure instanceof SQLTransientException
                || (failure instanceof SQLiteException && SQLITE_CODES.contains(failure.getErrorCode()));
    }
}
