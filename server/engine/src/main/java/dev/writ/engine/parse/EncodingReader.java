package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.FieldPresence;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Serialization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads Encoding Objects (OpenAPI 3.1, section 4.8.15; 3.2, section 4.15). */
final class EncodingReader {
    private EncodingReader() {}

    /** Those of the parts of a media type. */
    static Encodings encodings(Element owner, MediaType type) {
        boolean form = type.essence().equals("application/x-www-form-urlencoded");
        boolean data = type.essence().equals("multipart/form-data");
        // OpenAPI 3.0.4, section 4.7.15.1.2; 3.1.1, section 4.8.15.1.2: elsewhere styles are ignored.
        return encodings(owner, form || (data && owner.reading().version() != Version.V3_0));
    }

    private static Encodings encodings(Element owner, boolean styles) {
        Map<String, Encoding> byName = new LinkedHashMap<>();
        owner.members("encoding").forEach((name, element) -> byName.put(name, encoding(element, styles)));
        List<Encoding> prefix = owner.items("prefixEncoding").stream()
                .map(element -> encoding(element, styles))
                .toList();
        return new Encodings(
                Collections.unmodifiableMap(byName),
                prefix,
                owner.child("itemEncoding").map(element -> encoding(element, styles)));
    }

    /** Those of the parts of a part (OpenAPI 3.2, section 4.15.2). */
    private static Encodings nested(Element encoding, List<String> contentTypes) {
        boolean data = contentTypes.stream().anyMatch(type -> type.startsWith("multipart/form-data"));
        return encoding.isFrom(Version.V3_2) ? encodings(encoding, data) : Encodings.NONE;
    }

    private static Encoding encoding(Element element, boolean styles) {
        boolean styled = styles
                && Stream.of("style", "explode", "allowReserved")
                        .anyMatch(field -> element.child(field).isPresent());
        List<String> contentTypes = contentTypes(element);
        return new Encoding(
                contentTypes,
                headers(element),
                styled ? Optional.of(StyleReader.styled(element, In.QUERY)) : Optional.<Serialization.Styled>empty(),
                nested(element, contentTypes),
                FieldPresence.UNTOLD,
                element.place());
    }

    private static List<String> contentTypes(Element element) {
        List<String> types = new ArrayList<>();
        element.text("contentType").ifPresent(list -> {
            for (String text : list.split(",", -1)) {
                Optional<MediaType> type = MediaType.parse(text.trim());
                if (type.isEmpty()) {
                    element.at("contentType").fault("'" + text.trim() + "' is no media type");
                }
                type.map(ContentReader::text).ifPresent(types::add);
            }
        });
        return List.copyOf(types);
    }

    private static List<Header> headers(Element element) {
        List<Header> headers = new ArrayList<>();
        element.members("headers")
                .forEach((name, reference) -> reference
                        .resolved()
                        .flatMap(header -> ParameterReader.header(name, header))
                        .ifPresent(headers::add));
        return List.copyOf(headers);
    }
}
