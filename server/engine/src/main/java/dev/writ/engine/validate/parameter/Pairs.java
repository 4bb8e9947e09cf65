package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import dev.writ.engine.http.PercentEncoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names with their values, in the order in which they were sent: a query or the cookies of a request. */
final class Pairs {
    static final Pairs NONE = new Pairs();

    private final List<Pair> all = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> malformed = new ArrayList<>();

    private Pairs() {}

    /**
     * A value as it was written.
     *
     * @param name decoded
     * @param raw not decoded, so that its delimiters can still be told from data
     */
    record Pair(String name, String raw) {}

    /** A query; a name without equals sign has an empty value. */
    static Pairs ofQuery(Optional<String> query) {
        if (query.isEmpty()) {
            return NONE;
        }
        Pairs pairs = new Pairs();
        Pieces.split(query.get(), '&').forEach(pairs::addEncoded);
        return pairs;
    }

    /** Names that are decoded, each with a value that is not. */
    static Pairs of(List<Pair> named) {
        Pairs pairs = new Pairs();
        named.forEach(pair -> pairs.add(pair.name(), pair.raw()));
        return pairs;
    }

    /** Cookies (RFC 6265, section 5.4), of several fields as well; quotes around a value are no part of it. */
    static Pairs ofCookies(Headers headers) {
        Pairs pairs = new Pairs();
        for (String field : headers.all("Cookie")) {
            for (String cookie : Pieces.split(field, ';')) {
                int equals = cookie.indexOf('=');
                if (equals > 0) {
                    pairs.add(
                            cookie.substring(0, equals).strip(),
                            unquoted(cookie.substring(equals + 1).strip()));
                }
            }
        }
        return pairs;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** These, and what stands behind an ampersand in a value: a form that was written into one cookie. */
    Pairs cutAtAmpersands() {
        Pairs pairs = new Pairs();
        all.forEach(pair -> Pieces.split(pair.name() + "=" + pair.raw(), '&').forEach(pairs::addEncoded));
        return pairs;
    }

    private void addEncoded(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        int equals = piece.indexOf('=');
        String raw = equals < 0 ? "" : piece.substring(equals + 1);
        PercentEncoding.decode(equals < 0 ? piece : piece.substring(0, equals), true)
                .ifPresentOrElse(name -> add(name, raw), () -> malformed.add(piece));
    }

    private void add(String name, String raw) {
        all.add(new Pair(name, raw));
        values.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(raw);
    }

    List<Pair> all() {
        return all;
    }

    /** All values of a name, as they were written. */
    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Pieces without a name, for its percent-encoding is broken. */
    List<String> malformed() {
        return malformed;
    }
}
