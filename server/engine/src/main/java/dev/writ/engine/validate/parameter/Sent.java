package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a message in which values stand, cut into names and texts that are not decoded yet.
 *
 * @param pathValues by variable, percent-encoded
 * @param queryString the query as it was sent
 */
record Sent(Map<String, String> pathValues, Optional<String> queryString, Pairs query, Headers headers, Pairs cookies) {
    /** Of a message that has header fields alone. */
    static Sent of(Headers headers) {
        return new Sent(Map.of(), Optional.empty(), Pairs.NONE, headers, Pairs.NONE);
    }

    Sent withCookies(Pairs other) {
        return new Sent(pathValues, queryString, query, headers, other);
    }
}
