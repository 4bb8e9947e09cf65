package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;

/** {@code int32} and {@code int64} (OpenAPI format registry), which JSON Schema libraries leave to others. */
final class IntegerFormat implements Format {
    private final String name;
    private final BigDecimal min;
    private final BigDecimal max;

    private IntegerFormat(String name, long min, long max) {
        this.name = name;
        this.min = BigDecimal.valueOf(min);
        this.max = BigDecimal.valueOf(max);
    }

    static IntegerFormat int32() {
        return new IntegerFormat("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static IntegerFormat int64() {
        return new IntegerFormat("int64", Long.MIN_VALUE, Long.MAX_VALUE);
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
