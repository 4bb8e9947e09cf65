package dev.writ.engine.model;

import java.util.Optional;

/**
 * What a body is in one media type or range of them (OpenAPI 3.1, section 4.8.14).
 *
 * @param mediaType in lower case; the subtype, or both, may be {@code *}
 * @param schema empty if anything goes
 */
public record MediaTypeObject(String mediaType, Optional<SchemaNode> schema, Place place) {}
