package dev.writ.engine.model;

/** A header field of a response (OpenAPI 3.1, section 4.8.21). */
public record Header(String name, boolean required, Serialization serialization, SchemaNode schema, Place place) {}
