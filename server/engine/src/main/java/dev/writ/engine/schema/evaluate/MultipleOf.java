package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code multipleOf}, exact for decimals. */
final class MultipleOf implements Keyword {
    /** Digits between the largest and the smallest place of the two numbers: division takes the square of it. */
    private static final int MAX_DIGITS = 5_000;

    private final Site site;
    private final JsonNode divisor;
    private final BigDecimal decimal;

    private MultipleOf(Site site, JsonNode divisor) {
        this.site = site;
        this.divisor = divisor;
        this.decimal = divisor.decimalValue();
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
        if (Values.isLong(value) && Values.isLong(divisor)) {
            return value.longValue() % divisor.longValue() == 0;
        }
        BigDecimal number = value.decimalValue();
        long digits = Math.max(top(number), top(decimal)) + Math.max(number.scale(), decimal.scale());
        if (digits > MAX_DIGITS) {
            throw new LimitException("is a number of too many digits for its schema");
        }
        run.budget().charge((int) Math.max(0, digits >> 6));
        return number.remainder(decimal).signum() == 0;
    }

    private static long top(BigDecimal number) {
        return Math.max(1, (long) number.precision() - number.scale());
    }
}
