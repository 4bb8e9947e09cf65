package dev.writ.engine.model;

/**
 * What a field of a form says of its being there (Swagger 2.0, section 5.2.10). From OpenAPI 3.0 on none does: the schema of
 * the whole has {@code required}, and an empty text is a value.
 *
 * @param required whether it must be there, with a value or, where that is allowed, without
 * @param mayBeEmpty whether an empty text that is no value of the field is taken as none
 */
public record FieldPresence(boolean required, boolean mayBeEmpty) {
    public static final FieldPresence UNTOLD = new FieldPresence(false, false);
}
