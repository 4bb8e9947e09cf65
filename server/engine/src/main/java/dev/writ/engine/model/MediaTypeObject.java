package dev.writ.engine.model;

import java.util.Optional;

/**
 * What a body is in one media type or range of them (OpenAPI 3.1, section 4.8.14; 3.2, section 4.14).
 *
 * @param mediaType in lower case; the subtype, or both, may be {@code *}
 * @param schema of the whole; empty if anything goes
 * @param itemSchema of each item, where the media type is a sequence of them
 * @param encodings of the parts, where the media type has parts
 */
public record MediaTypeObject(
        String mediaType,
        Optional<SchemaNode> schema,
        Optional<SchemaNode> itemSchema,
        Encodings encodings,
        Place place) {

    /** Of which only the schema is declared. */
    public MediaTypeObject(String mediaType, Optional<SchemaNode> schema, Place place) {
        this(mediaType, schema, Optional.empty(), Encodings.NONE, place);
    }
}
