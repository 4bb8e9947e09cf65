package dev.writ.engine.model;

/**
 * A parameter of an operation (OpenAPI 3.1, section 4.8.12); header names compare without regard to case.
 *
 * @param allowEmptyValue whether a query may have the name alone, without a value
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        boolean allowEmptyValue,
        Serialization serialization,
        SchemaNode schema,
        Place place) {}
