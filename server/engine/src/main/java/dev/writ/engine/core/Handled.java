package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import dev.writ.engine.http.Response;

/** Known after {@link Stage#HANDLE}: what the operation answers. */
record Handled(Request request, Route route, Response response) {}
