package dev.writ.service.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jdbi.v3.core.ConnectionException;

/** What an exception says about the database, from the harmless to the worst. */
enum Failure {
    /** Nothing: the statement is at fault. */
    UNRELATED,
    /** It works, but did not get to this in time: a lock, a full pool, a lack of room. */
    BUSY,
    /** It does not answer. */
    LOST;

    /** The worst that the exception and its causes say. */
    static Failure of(Throwable failure, Product product) {
        Failure worst = UNRELATED;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Failure one = ofOne(cause, product);
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    private static Failure ofOne(Throwable failure, Product product) {
        if (failure instanceof DatabaseLostException) {
            return LOST;
        }
        Failure judged = failure instanceof SQLException sql ? product.judge(sql) : UNRELATED;
        boolean unrelated = judged == UNRELATED;
        return unrelated && (failure instanceof ConnectionException || failure instanceof SQLTransientException)
                ? BUSY
                : judged;
    }
}
