package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.BiFunction;
import java.util.function.Function;

/** One line of a header or trailer section (RFC 9112, section 5). */
final class FieldLine {
    private static final Rejection FOLDED = Rejection.malformed("A header field goes on in a second line (obs-fold).");
    private static final Rejection BAD_NAME =
            Rejection.malformed("The name of a header field is no token, or is not followed by a colon at once.");
    private static final Rejection BAD_VALUE =
            Rejection.malformed("The value of a header field has a control character.");

    private FieldLine() {}

    /** The value without white space around it. */
    static <R> R parse(
            byte[] bytes,
            int from,
            int to,
            BiFunction<String, String, ? extends R> parsed,
            Function<Rejection, ? extends R> rejected) {
        if (Grammar.isBlank(bytes[from])) {
            return rejected.apply(FOLDED);
        }
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        if (colon == to || !Grammar.isToken(bytes, from, colon)) {
            return rejected.apply(BAD_NAME);
        }
        int begin = colon + 1;
        int end = to;
        while (begin < end && Grammar.isBlank(bytes[begin])) {
            begin++;
        }
        while (begin < end && Grammar.isBlank(bytes[end - 1])) {
            end--;
        }
        if (!Grammar.isValue(bytes, begin, end)) {
            return rejected.apply(BAD_VALUE);
        }
        return parsed.apply(
                new String(bytes, from, colon - from, ISO_8859_1), new String(bytes, begin, end - begin, ISO_8859_1));
    }
}
