package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import java.util.Map;

/**
 * The parts of a message in which values stand, cut into names and texts that are not decoded yet.
 *
 * @param pathValues by variable, percent-encoded
 */
record Sent(Map<String, String> pathValues, Pairs query, Headers headers, Pairs cookies) {
    Sent withCookies(Pairs other) {
        return new Sent(pathValues, query, headers, other);
    }
}
