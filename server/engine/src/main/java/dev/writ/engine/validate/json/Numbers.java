package dev.writ.engine.validate.json;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimal numbers within bounds: {@code 1e1000000000} fits into a few bytes and would take the machine to add to. */
public final class Numbers {
    private Numbers() {}

    /** For a person: why a number of so many characters is refused. */
    public static String tooLong(JsonLimits limits) {
        return "a number has more than " + limits.numberLength() + " characters";
    }

    /** For a person: why a number whose exponent is beyond the limit is refused. */
    public static String exponentBeyond(JsonLimits limits) {
        return "the exponent of a number is beyond " + limits.exponent();
    }

    /** Empty if the exponent is beyond the limit; {@code text} must be a number as JSON writes it. */
    public static Optional<BigDecimal> decimal(String text, JsonLimits limits) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (e >= 0) {
            String digits = text.substring(e + 1).replaceFirst("^[+-]?0*", "");
            if (digits.length() > 9 || (!digits.isEmpty() && Integer.parseInt(digits) > limits.exponent())) {
                return Optional.empty();
            }
        }
        return Optional.of(new BigDecimal(text));
    }
}
