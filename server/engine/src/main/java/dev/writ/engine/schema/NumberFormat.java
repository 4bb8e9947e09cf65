package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;

/**
 * The formats of numbers (OpenAPI format registry), which JSON Schema libraries leave to others: what does not fit into
 * the type is not of the format.
 */
final class NumberFormat implements Format {
    private final String name;
    private final BigDecimal min;
    private final BigDecimal max;

    private NumberFormat(String name, BigDecimal min, BigDecimal max) {
        this.name = name;
        this.min = min;
        this.max = max;
    }

    static NumberFormat int32() {
        return new NumberFormat("int32", BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));
    }

    static NumberFormat int64() {
        return new NumberFormat("int64", BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE));
    }

    static NumberFormat ofFloat() {
        BigDecimal max = new BigDecimal(Float.MAX_VALUE);
        return new NumberFormat("float", max.negate(), max);
    }

    static NumberFormat ofDouble() {
        BigDecimal max = new BigDecimal(Double.MAX_VALUE);
        return new NumberFormat("double", max.negate(), max);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext executionContext, SchemaContext schemaContext, JsonNode node) {
        if (!node.isNumber()) {
            return true;
        }
        BigDecimal value = node.decimalValue();
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
