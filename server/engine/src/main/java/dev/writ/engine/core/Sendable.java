package dev.writ.engine.core;

import dev.writ.engine.http.Response;
import java.util.regex.Pattern;

/** What every answer must be so that HTTP can carry it (RFC 9110, sections 5.1, 5.5 and 15), whoever made it. */
final class Sendable {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** Neither the end of the field nor any other character that steers a terminal. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    private Sendable() {}

    /**
     * The same answer.
     *
     * @throws IllegalStateException if it cannot be sent
     */
    static Response checked(Response response) {
        if (response.status() < 200 || response.status() > 599) {
            throw new IllegalStateException("no answer has the status " + response.status());
        }
        response.headers().forEach((name, values) -> {
            boolean sound = NAME.matcher(name).matches()
                    && values.stream().allMatch(value -> VALUE.matcher(value).matches());
            if (!sound) {
                throw new IllegalStateException("the header field '" + LogText.of(name) + "' cannot be sent");
            }
        });
        return response;
    }
}
