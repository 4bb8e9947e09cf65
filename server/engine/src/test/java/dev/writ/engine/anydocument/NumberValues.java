package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Numbers within bounds. */
final class NumberValues {
    private static final BigDecimal SPAN = BigDecimal.valueOf(1000);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Random random;

    NumberValues(Random random) {
        this.random = random;
    }

    JsonNode make(Constraints constraints, boolean integer) throws Unsatisfiable {
        BigDecimal step = step(constraints, integer);
        BigInteger low = constraints.greatest("minimum").map(v -> up(v, step)).orElse(null);
        BigInteger above = constraints
                .greatest("exclusiveMinimum")
                .map(v -> down(v, step).add(BigInteger.ONE))
                .orElse(null);
        BigInteger high = constraints.least("maximum").map(v -> down(v, step)).orElse(null);
        BigInteger below = constraints
                .least("exclusiveMaximum")
                .map(v -> up(v, step).subtract(BigInteger.ONE))
                .orElse(null);
        if (above != null && (low == null || above.compareTo(low) > 0)) {
            low = above;
        }
        if (below != null && (high == null || below.compareTo(high) < 0)) {
            high = below;
        }
        BigInteger span =
                SPAN.divide(step.min(BigDecimal.ONE), 0, RoundingMode.UP).toBigInteger();
        if (low == null) {
            low = high == null ? span.negate() : high.subtract(span);
        }
        if (high == null) {
            high = low.add(span);
        }
        if (low.compareTo(high) > 0) {
            throw new Unsatisfiable("no number between " + low + " and " + high + " steps of " + step);
        }
        BigDecimal value = step.multiply(new BigDecimal(between(low, high)));
        return integer
                ? JsonNodeFactory.instance.numberNode(value.toBigIntegerExact())
                : JsonNodeFactory.instance.numberNode(
                        value.signum() == 0
                                ? BigDecimal.ZERO
                                : value.stripTrailingZeros()
                                        .setScale(Math.max(
                                                0, value.stripTrailingZeros().scale())));
    }

    private BigDecimal step(Constraints constraints, boolean integer) {
        List<BigDecimal> factors = constraints.numbers("multipleOf");
        BigDecimal step = factors.stream().max(BigDecimal::compareTo).orElse(integer ? BigDecimal.ONE : CENT);
        if (integer) {
            // The least multiple that is whole: a decimal with n places is, a power of ten times.
            BigDecimal whole = step;
            while (whole.stripTrailingZeros().scale() > 0) {
                whole = smallestWhole(whole);
            }
            return whole;
        }
        BigDecimal low = constraints
                .greatest("minimum")
                .or(() -> constraints.greatest("exclusiveMinimum"))
                .orElse(null);
        BigDecimal high = constraints
                .least("maximum")
                .or(() -> constraints.least("exclusiveMaximum"))
                .orElse(null);
        while (factors.isEmpty()
                && low != null
                && high != null
                && high.compareTo(low) > 0
                && high.subtract(low).compareTo(step.multiply(BigDecimal.TEN)) < 0) {
            step = step.movePointLeft(1);
        }
        return step;
    }

    private static BigDecimal smallestWhole(BigDecimal factor) {
        for (int i = 2; i <= 10; i++) {
            BigDecimal multiple = factor.multiply(BigDecimal.valueOf(i));
            if (multiple.stripTrailingZeros().scale() <= 0) {
                return multiple;
            }
        }
        return factor.movePointRight(1);
    }

    private static BigInteger up(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.CEILING).toBigInteger();
    }

    private static BigInteger down(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
    }

    /** The ends more often than what lies between. */
    private BigInteger between(BigInteger low, BigInteger high) {
        int chance = random.nextInt(10);
        if (chance == 0) {
            return low;
        }
        if (chance == 1) {
            return high;
        }
        BigInteger width = high.subtract(low).add(BigInteger.ONE);
        return low.add(new BigInteger(width.bitLength() + 8, random).mod(width));
    }
}
