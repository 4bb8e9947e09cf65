package dev.writ.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * How one part of a body is written (OpenAPI 3.1, section 4.8.15).
 *
 * @param contentTypes media types or ranges that the part may have; empty for that which its schema gives it
 * @param headers of the part, in {@code multipart} alone, without {@code Content-Type}
 * @param styled how the value becomes text, if that is declared; it then overrides {@code contentTypes}
 * @param encodings of the parts of this part
 * @param presence whether the part must be there, where it is the part that says so and not the schema of the whole
 */
public record Encoding(
        List<String> contentTypes,
        List<Header> headers,
        Optional<Serialization.Styled> styled,
        Encodings encodings,
        FieldPresence presence,
        Place place) {}
