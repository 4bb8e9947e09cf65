package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code minimum}, {@code maximum} and the exclusive ones. */
final class Bound implements Keyword {
    private enum Side {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        MORE("greater than"),
        LESS("less than");

        private final String text;

        Side(String text) {
            this.text = text;
        }

        /** Whether it holds, by the sign of value minus limit. */
        boolean holds(int sign) {
            return switch (this) {
                case AT_LEAST -> sign >= 0;
                case AT_MOST -> sign <= 0;
                case MORE -> sign > 0;
                case LESS -> sign < 0;
            };
        }
    }

    private final Site site;
    private final Side side;
    private final JsonNode limit;
    private final BigDecimal decimal;
    private final boolean small;
    private final long number;

    private Bound(Site site, Side side, JsonNode limit) {
        this.site = site;
        this.side = side;
        this.limit = limit;
        this.decimal = limit.decimalValue();
        this.small = Values.isLong(limit);
        this.number = small ? limit.longValue() : 0;
    }

    static Optional<Keyword> minimum(SchemaSource source) {
        return inclusive(source, "minimum", "exclusiveMinimum", Side.AT_LEAST, Side.MORE);
    }

    static Optional<Keyword> maximum(SchemaSource source) {
        return inclusive(source, "maximum", "exclusiveMaximum", Side.AT_MOST, Side.LESS);
    }

    static Optional<Keyword> exclusiveMinimum(SchemaSource source) {
        return of(source, "exclusiveMinimum", "exclusiveMinimum", Side.MORE);
    }

    static Optional<Keyword> exclusiveMaximum(SchemaSource source) {
        return of(source, "exclusiveMaximum", "exclusiveMaximum", Side.LESS);
    }

    /** In OpenAPI 3.0 the exclusive keyword is a boolean that says what the other one means. */
    private static Optional<Keyword> inclusive(
            SchemaSource source, String keyword, String exclusive, Side inside, Side beyond) {
        boolean excludes = source.is30() && source.get(exclusive).asBoolean();
        return excludes ? of(source, keyword, exclusive, beyond) : of(source, keyword, keyword, inside);
    }

    private static Optional<Keyword> of(SchemaSource source, String keyword, String named, Side side) {
        JsonNode limit = source.get(keyword);
        return limit.isNumber() ? Optional.of(new Bound(source.site(named), side, limit)) : Optional.empty();
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (!value.isNumber() || !Values.isNumber(value)) {
            return true;
        }
        int sign = small && Values.isLong(value)
                ? Long.compare(value.longValue(), number)
                : value.decimalValue().compareTo(decimal);
        return side.holds(sign) || run.fail(site, () -> "must be " + side.text + " " + limit);
    }
}
