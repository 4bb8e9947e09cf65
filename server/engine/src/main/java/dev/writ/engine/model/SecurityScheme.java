package dev.writ.engine.model;

/** How a client shows who it is (OpenAPI 3.1, section 4.8.27); so far {@code http} {@code basic} (RFC 7617). */
public record SecurityScheme(String name, SourceLocation location) {}
