package dev.writ.engine.model;

import java.util.Locale;
import java.util.Optional;

/** Where a parameter stands in a request (OpenAPI 3.1, section 4.8.12.1). */
public enum In {
    PATH,
    QUERY,
    /** The whole query as one value (OpenAPI 3.2, section 4.12.1). */
    QUERYSTRING,
    HEADER,
    COOKIE;

    /** As the contract spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<In> of(String text) {
        for (In in : values()) {
            if (in.text().equals(text)) {
                return Optional.of(in);
            }
        }
        return Optional.empty();
    }
}
