package dev.writ.engine.core;

import dev.writ.engine.http.Response;

/** Carries out an operation: a resource method, a function, a mock. Called by many threads at once. */
@FunctionalInterface
public interface Handler {
    /** An exception is answered with 500 and an id that the log has too. */
    Response handle(Call call) throws Exception;
}
