package dev.writ.engine.security;

import dev.writ.engine.spi.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request shows for a scheme.
 *
 * @param any true if it shows anything at all, be it something that is no credentials of this scheme
 */
record Shown(boolean any, Optional<Credentials> credentials) {
    static final Shown NOTHING = new Shown(false, Optional.empty());

    /** From what stands where the scheme's credentials belong; more than one of them are none. */
    static Shown of(List<String> values, Function<String, Optional<Credentials>> parse) {
        if (values.isEmpty()) {
            return NOTHING;
        }
        return new Shown(true, values.size() == 1 ? parse.apply(values.get(0)) : Optional.empty());
    }

    /** The text as a token, unless there is none. */
    static Optional<Credentials> token(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Credentials.Token(text));
    }
}
