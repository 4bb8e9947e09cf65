package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;

/**
 * A request that was received and is yet to be answered, once, by one of two methods. Used by one thread at a time; the one
 * that answers may be another than the one that began.
 */
public interface Exchange {

    /** Whether {@link #answer} may wait: for content that is still to come, a database, another server. */
    boolean mayBlock();

    /** What the contract and its implementation make of the request. */
    Response answer();

    /** Answers something else instead, for reasons of the transport. */
    Response refuse(Problem problem);
}
