package dev.writ.engine.model;

/** What the words of a schema mean. */
public enum Dialect {
    /** The Schema Object of Swagger 2.0 (section 5.2.19): JSON Schema draft 04 with changes. */
    SWAGGER_2_0,
    /** The Schema Object of OpenAPI 3.0: JSON Schema Wright draft 00 with changes (OpenAPI 3.0.4, section 4.7.24). */
    OPENAPI_3_0,
    /** JSON Schema 2020-12 with the vocabulary of OpenAPI 3.1 (section 4.8.24), which 3.2 has as well. */
    OPENAPI_3_1
}
