package dev.writ.engine.validate.json;

/**
 * Bounds of a JSON text, so that no number, no text and no nesting costs more than its bytes. The size as a whole is
 * bounded before, by the engine's limit of bodies.
 *
 * @param depth objects and arrays within one another
 * @param numberLength characters of one number
 * @param exponent of a number, with or without a minus
 * @param stringLength UTF-16 units of one string or key
 * @param values of any type, the outermost one included
 */
public record JsonLimits(int depth, int numberLength, int exponent, int stringLength, int values) {
    public static final JsonLimits DEFAULT = new JsonLimits(100, 400, 400, 10_000_000, 1_000_000);

    public JsonLimits withDepth(int levels) {
        return new JsonLimits(levels, numberLength, exponent, stringLength, values);
    }

    public JsonLimits withNumberLength(int characters) {
        return new JsonLimits(depth, characters, exponent, stringLength, values);
    }

    public JsonLimits withExponent(int highest) {
        return new JsonLimits(depth, numberLength, highest, stringLength, values);
    }

    public JsonLimits withStringLength(int units) {
        return new JsonLimits(depth, numberLength, exponent, units, values);
    }

    public JsonLimits withValues(int count) {
        return new JsonLimits(depth, numberLength, exponent, stringLength, count);
    }
}
