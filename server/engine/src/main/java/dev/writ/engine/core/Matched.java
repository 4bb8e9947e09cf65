package dev.writ.engine.core;

import dev.writ.engine.http.Request;
import java.util.Map;

/**
 * Known after {@link Stage#MATCH}: the operation.
 *
 * @param pathValues as in {@link dev.writ.engine.match.Match.Found}
 */
record Matched(Request request, Stages stages, Route route, Map<String, String> pathValues) {}
