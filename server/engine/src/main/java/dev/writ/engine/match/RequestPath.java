package dev.writ.engine.match;

import dev.writ.engine.http.PercentEncoding;
import java.util.Optional;

/**
 * A path as a client sent it, cut at its slashes and then decoded, once, segment by segment: so {@code %2F} cuts nothing
 * (RFC 3986, section 2.4). Immutable.
 */
public final class RequestPath {
    private final String[] raw;
    private final String[] decoded;

    private RequestPath(String[] raw, String[] decoded) {
        this.raw = raw;
        this.decoded = decoded;
    }

    /** Empty if it does not begin with a slash, or is not percent-encoded UTF-8. */
    public static Optional<RequestPath> parse(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        Optional<String> whole = PercentEncoding.decode(path, false);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        String[] raw = cut(path);
        if (whole.get().length() == path.length()) {
            return Optional.of(new RequestPath(raw, raw));
        }
        String[] decoded = new String[raw.length];
        for (int i = 0; i < raw.length; i++) {
            Optional<String> segment = PercentEncoding.decode(raw[i], false);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            decoded[i] = segment.get();
        }
        return Optional.of(new RequestPath(raw, decoded));
    }

    private static String[] cut(String path) {
        int count = 0;
        for (int i = 0; i < path.length(); i++) {
            count += path.charAt(i) == '/' ? 1 : 0;
        }
        String[] segments = new String[count];
        int from = 1;
        for (int i = 0; i < count; i++) {
            int slash = path.indexOf('/', from);
            segments[i] = path.substring(from, slash < 0 ? path.length() : slash);
            from = slash + 1;
        }
        return segments;
    }

    int length() {
        return raw.length;
    }

    String raw(int index) {
        return raw[index];
    }

    String decoded(int index) {
        return decoded[index];
    }
}
