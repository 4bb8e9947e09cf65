package dev.writ.engine.core;

import dev.writ.engine.http.ContentCoding;
import dev.writ.engine.http.Request;
import java.util.List;
import java.util.Map;

/**
 * Known after {@link Stage#MATCH}: the operation.
 *
 * @param pathValues as in {@link dev.writ.engine.match.Match.Found}
 */
record Matched(Request request, Stages stages, Route route, Map<String, String> pathValues) {
    /** The same, of content as it was before {@code codings} were applied. */
    Matched decoded(List<ContentCoding> codings) {
        return new Matched(request.withBody(request.body().decoded(codings)), stages, route, pathValues);
    }
}
