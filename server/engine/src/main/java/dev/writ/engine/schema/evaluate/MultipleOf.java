package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** {@code multipleOf}, exact for decimals, in whole numbers: an exponent costs no more than its digits. */
final class MultipleOf implements Keyword {
    private static final double BITS_OF_A_DIGIT = 3.3;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final Site site;
    private final JsonNode divisor;
    private final BigInteger unscaled;
    private final long scale;

    private MultipleOf(Site site, JsonNode divisor) {
        this.site = site;
        this.divisor = divisor;
        BigDecimal decimal = divisor.decimalValue();
        this.unscaled = decimal.unscaledValue();
        this.scale = decimal.scale();
    }

    static Optional<Keyword> of(SchemaSource source) {
        JsonNode divisor = source.get("multipleOf");
        return divisor.isNumber() && divisor.decimalValue().signum() > 0
                ? Optional.of(new MultipleOf(source.site("multipleOf"), divisor))
                : Optional.empty();
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isNumber() || !Values.isNumber(value)) {
            return true;
        }
        return isMultiple(value, run) || run.fail(site, () -> "must be a multiple of " + divisor);
    }

    private boolean isMultiple(JsonNode value, Run run) {
        if (Values.isLong(value)) {
            return isMultiple(value.longValue(), scale, run);
        }
        BigDecimal number = value.decimalValue();
        BigInteger digits = number.unscaledValue();
        long places = scale - number.scale();
        run.budget().charge(2);
        return digits.bitLength() < Long.SIZE
                ? isMultiple(digits.longValue(), places, run)
                : isMultiple(digits, places, run);
    }

    /** Most numbers are short. */
    private boolean isMultiple(long digits, long places, Run run) {
        if (unscaled.bitLength() < Long.SIZE && Math.abs(places) < POWERS.length) {
            long power = POWERS[(int) Math.abs(places)];
            long factor = places >= 0 ? digits : unscaled.longValue();
            long product = factor * power;
            if (Math.multiplyHigh(factor, power) == product >> (Long.SIZE - 1)) {
                return (places >= 0 ? product % unscaled.longValue() : digits % product) == 0;
            }
        }
        return isMultiple(BigInteger.valueOf(digits), places, run);
    }

    private boolean isMultiple(BigInteger digits, long places, Run run) {
        int words = digits.bitLength() / Long.SIZE;
        run.budget().charge(16 + words * words / Long.SIZE);
        return isMultiple(digits, places);
    }

    /** Whether {@code digits}, times ten to the power of {@code places}, is a multiple of the divisor's digits. */
    private boolean isMultiple(BigInteger digits, long places) {
        if (digits.signum() == 0) {
            return true;
        }
        if (places >= 0) {
            BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(places), unscaled);
            return digits.mod(unscaled).multiply(power).mod(unscaled).signum() == 0;
        }
        boolean tooSmall = digits.bitLength() < -places * BITS_OF_A_DIGIT;
        return !tooSmall
                && digits.remainder(unscaled.multiply(BigInteger.TEN.pow((int) -places)))
                                .signum()
                        == 0;
    }
}
