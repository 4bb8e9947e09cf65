package dev.writ.engine.security;

import dev.writ.engine.http.Headers;
import dev.writ.engine.spi.Credentials;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The Basic authentication scheme (RFC 7617). */
final class BasicScheme {
    private static final String PREFIX = "Basic ";

    private BasicScheme() {}

    /** What {@code Authorization} shows: nothing, credentials of this scheme, or something that is none. */
    static Shown shown(Headers headers) {
        List<String> values = headers.all("Authorization");
        if (values.isEmpty()) {
            return new Shown(false, Optional.empty());
        }
        return new Shown(true, values.size() == 1 ? parse(values.get(0)) : Optional.empty());
    }

    static String challenge(String realm) {
        return "Basic realm=\"" + realm.replace("\\", "\\\\").replace("\"", "\\\"") + "\", charset=\"UTF-8\"";
    }

    private static Optional<Credentials> parse(String value) {
        if (!value.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(value.substring(PREFIX.length()).trim());
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials.UsernamePassword(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * What a request shows.
     *
     * @param any true if it shows anything at all
     */
    record Shown(boolean any, Optional<Credentials> credentials) {}
}
