package dev.writ.engine.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** The formats of numbers (OpenAPI 3.1, section 4.4.1): whether the type can hold the value, whatever it loses of its digits. */
final class Numbers {
    private static final BigDecimal MAX_FLOAT = new BigDecimal(Float.MAX_VALUE);
    private static final BigDecimal MAX_DOUBLE = new BigDecimal(Double.MAX_VALUE);
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    static boolean isInt32(JsonNode value) {
        return value.isInt()
                || isInteger(value, BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));
    }

    static boolean isInt64(JsonNode value) {
        return value.isInt() || value.isLong() || isInteger(value, MIN_LONG, MAX_LONG);
    }

    static boolean isFloat(JsonNode value) {
        return value.isInt() || isWithin(value, MAX_FLOAT.negate(), MAX_FLOAT);
    }

    static boolean isDouble(JsonNode value) {
        return value.isInt() || isWithin(value, MAX_DOUBLE.negate(), MAX_DOUBLE);
    }

    private static boolean isInteger(JsonNode value, BigDecimal min, BigDecimal max) {
        return isWithin(value, min, max)
                && (!value.isFloatingPointNumber()
                        || value.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    /** True also for what is no number. */
    private static boolean isWithin(JsonNode value, BigDecimal min, BigDecimal max) {
        if (!value.isNumber()) {
            return true;
        }
        if ((value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue())) {
            return false;
        }
        BigDecimal number = value.decimalValue();
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }
}
