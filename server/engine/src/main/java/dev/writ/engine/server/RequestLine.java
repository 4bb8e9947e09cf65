package dev.writ.engine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.writ.engine.problem.ProblemType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The first line of a request (RFC 9112, section 3).
 *
 * @param path percent-encoded, or {@code *}
 * @param authority of a target in absolute-form
 */
record RequestLine(
        String method, String path, Optional<String> query, Optional<String> authority, HttpVersion version) {
    private static final Rejection MALFORMED =
            Rejection.malformed("The request line is not a method, a target and a version with one space in between.");
    private static final Rejection BAD_TARGET = Rejection.malformed(
            "The target of the request is not a URI: it has characters that have to be percent-encoded, or a percent sign"
                    + " without two hexadecimal digits.");
    private static final Rejection BAD_FORM =
            Rejection.malformed("The target of the request is in none of the forms that HTTP has for its method.");
    private static final Rejection TUNNEL =
            new Rejection(ProblemType.NOT_IMPLEMENTED, "This server opens no tunnels: it has no CONNECT.");
    private static final Rejection TOO_LONG =
            new Rejection(ProblemType.URI_TOO_LONG, "The target of the request is too long.");
    private static final Rejection OTHER_VERSION =
            new Rejection(ProblemType.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 and HTTP/1.0 are spoken here.");

    /** What is said of a line that does not end. */
    static Rejection tooLong() {
        return TOO_LONG;
    }

    static <R> R parse(
            byte[] bytes,
            int from,
            int to,
            int longestTarget,
            Function<RequestLine, ? extends R> parsed,
            Function<Rejection, ? extends R> rejected) {
        int method = indexOfSpace(bytes, from, to);
        int target = method < 0 ? -1 : indexOfSpace(bytes, method + 1, to);
        if (target < 0 || !Grammar.isToken(bytes, from, method)) {
            return rejected.apply(MALFORMED);
        }
        if (target - method - 1 > longestTarget) {
            return rejected.apply(TOO_LONG);
        }
        Optional<HttpVersion> version = version(bytes, target + 1, to);
        if (version.isEmpty()) {
            return rejected.apply(looksLikeVersion(bytes, target + 1, to) ? OTHER_VERSION : MALFORMED);
        }
        if (!Grammar.isTarget(bytes, method + 1, target)) {
            return rejected.apply(BAD_TARGET);
        }
        return of(
                new String(bytes, from, method - from, ISO_8859_1),
                new String(bytes, method + 1, target - method - 1, ISO_8859_1),
                version.get(),
                parsed,
                rejected);
    }

    /** What can be told of a line that is not taken: its method, and its target without the query. */
    static Optional<RequestLine> told(byte[] bytes, int from, int to) {
        int method = indexOfSpace(bytes, from, to);
        int target = method < 0 ? -1 : indexOfSpace(bytes, method + 1, to);
        if (target < 0 || !Grammar.isToken(bytes, from, method)) {
            return Optional.empty();
        }
        String text = new String(bytes, method + 1, target - method - 1, ISO_8859_1);
        return Optional.of(new RequestLine(
                new String(bytes, from, method - from, ISO_8859_1),
                text.substring(0, endOfPath(text)),
                Optional.empty(),
                Optional.empty(),
                HttpVersion.HTTP_1_1));
    }

    private static int endOfPath(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target.length() : query;
    }

    private static <R> R of(
            String method,
            String target,
            HttpVersion version,
            Function<RequestLine, ? extends R> parsed,
            Function<Rejection, ? extends R> rejected) {
        if (method.equals("CONNECT")) {
            return rejected.apply(TUNNEL);
        }
        if (target.charAt(0) == '/') {
            return parsed.apply(origin(method, target, Optional.empty(), version));
        }
        if (target.equals("*") && method.equals("OPTIONS")) {
            return parsed.apply(new RequestLine(method, target, Optional.empty(), Optional.empty(), version));
        }
        String lower = target.substring(0, Math.min(8, target.length())).toLowerCase(Locale.ROOT);
        int scheme = lower.startsWith("http://") ? 7 : lower.equals("https://") ? 8 : 0;
        if (scheme == 0) {
            return rejected.apply(BAD_FORM);
        }
        int end = endOfAuthority(target, scheme);
        Optional<String> authority = Optional.of(target.substring(scheme, end));
        String rest = target.substring(end);
        if (rest.isEmpty() && method.equals("OPTIONS")) {
            return parsed.apply(new RequestLine(method, "*", Optional.empty(), authority, version));
        }
        return parsed.apply(origin(method, rest.startsWith("/") ? rest : "/" + rest, authority, version));
    }

    private static RequestLine origin(String method, String target, Optional<String> authority, HttpVersion version) {
        int query = target.indexOf('?');
        return query < 0
                ? new RequestLine(method, target, Optional.empty(), authority, version)
                : new RequestLine(
                        method,
                        target.substring(0, query),
                        Optional.of(target.substring(query + 1)),
                        authority,
                        version);
    }

    private static int endOfAuthority(String target, int from) {
        int end = from;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static int indexOfSpace(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static Optional<HttpVersion> version(byte[] bytes, int from, int to) {
        if (!looksLikeVersion(bytes, from, to) || bytes[from + 5] != '1' || bytes[from + 7] > '1') {
            return Optional.empty();
        }
        return Optional.of(bytes[from + 7] == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0);
    }

    private static boolean looksLikeVersion(byte[] bytes, int from, int to) {
        return to - from == 8
                && bytes[from] == 'H'
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && bytes[from + 4] == '/'
                && isDigit(bytes[from + 5])
                && bytes[from + 6] == '.'
                && isDigit(bytes[from + 7]);
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
