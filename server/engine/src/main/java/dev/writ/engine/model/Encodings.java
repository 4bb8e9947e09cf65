package dev.writ.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the parts of a form, or of a multipart body, are written (OpenAPI 3.1, section 4.8.15; 3.2, section 4.15).
 *
 * @param byName of parts that are properties, in the order of the document
 * @param prefix of the first parts, which have no names
 * @param item of the others that have none
 */
public record Encodings(Map<String, Encoding> byName, List<Encoding> prefix, Optional<Encoding> item) {
    public static final Encodings NONE = new Encodings(Map.of(), List.of(), Optional.empty());
}
