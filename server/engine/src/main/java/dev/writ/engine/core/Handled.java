package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;

/**
 * Known after {@link Stage#HANDLE}: what the operation answers.
 *
 * @param contentIsOurs whether the engine wrote the content of an error that the operation left empty
 */
record Handled(Request request, Route route, Response response, boolean contentIsOurs) {
    Handled(Request request, Route route, Response response) {
        this(request, route, response, false);
    }
}
