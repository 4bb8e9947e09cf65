package dev.writ.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A parameter of an operation (OpenAPI 3.1, section 4.8.12); header names compare without regard to case. */
public record Parameter(
        String name,
        In in,
        boolean required,
        PrimitiveType type,
        Optional<JsonNode> defaultValue,
        SchemaNode schema,
        SourceLocation location) {}
