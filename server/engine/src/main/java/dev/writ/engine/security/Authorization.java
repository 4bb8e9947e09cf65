package dev.writ.engine.security;

import dev.writ.engine.http.Request;
import dev.writ.engine.spi.Credentials;
import java.util.Optional;
import java.util.function.Function;

/** The field {@code Authorization} (RFC 9110, section 11.6.2): one scheme, a space, its credentials. */
final class Authorization {
    private Authorization() {}

    /** What the field shows for {@code scheme}; {@code parse} is given what follows the scheme's name. */
    static Shown shown(Request request, String scheme, Function<String, Optional<Credentials>> parse) {
        return Shown.of(request.headers().all("Authorization"), value -> {
            boolean named =
                    value.regionMatches(true, 0, scheme, 0, scheme.length()) && value.startsWith(" ", scheme.length());
            return named ? parse.apply(value.substring(scheme.length()).strip()) : Optional.empty();
        });
    }
}
