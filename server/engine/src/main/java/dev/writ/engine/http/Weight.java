package dev.writ.engine.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** Quality values (RFC 9110, section 12.4.2), read as liberally as servers always have: {@code .2} and {@code 2} too. */
final class Weight {
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{0,3}(\\.[0-9]{0,9})?");

    private Weight() {}

    /** From 0 to 1; empty if it is none. */
    static Optional<Double> parse(String text) {
        return WEIGHT.matcher(text).matches() && !text.isEmpty() && !text.equals(".")
                ? Optional.of(Math.min(1, Double.parseDouble(text)))
                : Optional.empty();
    }
}
