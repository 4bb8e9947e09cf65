package dev.writ.engine.validate;

/**
 * Bounds of a JSON text, so that no number and no nesting costs more than its bytes.
 *
 * @param depth objects and arrays within one another
 * @param numberLength characters of one number
 * @param exponent of a number, with or without a minus
 */
public record JsonLimits(int depth, int numberLength, int exponent) {
    public static final JsonLimits DEFAULT = new JsonLimits(100, 400, 400);
}
