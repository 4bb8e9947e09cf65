package dev.writ.engine.validate.parameter;

/** What a style is asked to find; the same text means different things to each (OpenAPI 3.1, section 4.8.12.5). */
enum Kind {
    PRIMITIVE,
    ARRAY,
    OBJECT
}
