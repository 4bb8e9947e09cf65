package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Nodes as JSON Schema sees them, whatever Jackson made of them: trees of answers may hold doubles and bytes. */
final class Values {
    private Values() {}

    /** Null if it is no string. Bytes are one, in base64. */
    static @Nullable String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isBinary() ? value.asText() : null;
    }

    static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    /** Numbers that JSON cannot write are none. */
    static boolean isNumber(JsonNode value) {
        return value.isNumber() && (!(value.isDouble() || value.isFloat()) || Double.isFinite(value.doubleValue()));
    }

    /** {@code 1.0} is an integer (JSON Schema 2020-12 Core, section 4.2.1). */
    static boolean isInteger(JsonNode value) {
        if (value.isIntegralNumber()) {
            return true;
        }
        if (!isNumber(value)) {
            return false;
        }
        BigDecimal decimal = value.decimalValue();
        return decimal.scale() <= 0 || decimal.stripTrailingZeros().scale() <= 0;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
