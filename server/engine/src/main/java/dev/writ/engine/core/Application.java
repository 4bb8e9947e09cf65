package dev.writ.engine.core;

import dev.writ.engine.http.Request;

/** What a transport hands its requests to. Called by many threads at once. */
@FunctionalInterface
public interface Application {

    /** Takes a request as far as can be done without waiting. */
    Exchange begin(Request request);
}
