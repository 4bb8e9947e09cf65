package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import java.util.Map;

/** Known after {@link Stage#MATCH}: the operation. */
record Matched(Request request, Route route, Map<String, String> pathValues) {}
