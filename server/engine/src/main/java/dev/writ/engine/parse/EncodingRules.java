package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.SequentialFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which encodings a media type may have, from OpenAPI 3.2 on (sections 4.14.1 and 4.14.5). */
final class EncodingRules {
    private static final List<String> FIELDS = List.of("encoding", "prefixEncoding", "itemEncoding");

    private EncodingRules() {}

    /** Parts have names or positions, not both. */
    static void check(List<Element> mediaTypes, List<Element> encodings) {
        mediaTypes.forEach(EncodingRules::exclusive);
        encodings.forEach(EncodingRules::exclusive);
        mediaTypes.forEach(EncodingRules::positions);
        mediaTypes.stream()
                .flatMap(EncodingRules::encodings)
                .flatMap(EncodingRules::encodings)
                .forEach(EncodingRules::deepest);
    }

    private static Stream<Element> encodings(Element owner) {
        return Stream.of(
                        owner.members("encoding").values().stream(),
                        owner.items("prefixEncoding").stream(),
                        owner.child("itemEncoding").stream())
                .flatMap(each -> each);
    }

    /** Parts of parts are taken apart, and no more (section 4.15.2). */
    private static void deepest(Element encoding) {
        String untold = " would be parts of parts of parts, which are handed over as they come, unchecked";
        FIELDS.forEach(field -> encoding.child(field).ifPresent(deeper -> deeper.warn("these" + untold)));
        boolean multipart =
                FIELDS.stream().allMatch(field -> encoding.child(field).isEmpty())
                        && encoding.text("contentType")
                                .filter(types -> types.toLowerCase(Locale.ROOT).contains("multipart/"))
                                .isPresent();
        if (multipart) {
            encoding.at("contentType").warn("its parts" + untold);
        }
    }

    private static void exclusive(Element owner) {
        if (owner.child("encoding").isEmpty()) {
            return;
        }
        for (String field : List.of("prefixEncoding", "itemEncoding")) {
            owner.child(field).ifPresent(other -> other.fault("'" + field + "' must not stand beside 'encoding'"));
        }
    }

    private static void positions(Element mediaType) {
        boolean items = mediaType.child("itemSchema").isPresent()
                || mediaType
                        .child("schema")
                        .flatMap(Element::resolved)
                        .filter(EncodingRules::isArray)
                        .isPresent();
        for (String field : List.of("prefixEncoding", "itemEncoding")) {
            mediaType
                    .child(field)
                    .filter(present -> !items)
                    .ifPresent(present -> present.warn("'" + field + "' needs 'itemSchema' or a schema of an array"));
        }
    }

    private static boolean isArray(Element schema) {
        return schema.node().path("type").toString().contains("\"array\"")
                || schema.node().has("items")
                || schema.node().has("prefixItems");
    }

    /** What a media type makes of the fields that are not for it: nothing. */
    static void check(String name, Element mediaType) {
        Optional<MediaType> type = MediaType.parse(name);
        if (type.isEmpty()) {
            return;
        }
        boolean multipart = type.get().type().equals("multipart");
        boolean form = type.get().essence().equals("application/x-www-form-urlencoded");
        boolean any = type.get().type().equals("*");
        ignored(mediaType, "encoding", multipart || form || any, "forms and 'multipart'");
        ignored(mediaType, "prefixEncoding", multipart || any, "'multipart'");
        ignored(mediaType, "itemEncoding", multipart || any, "'multipart'");
        boolean sequence = multipart
                || SequentialFormat.of(type.get()).isPresent()
                || type.get().isRange();
        ignored(
                mediaType,
                "itemSchema",
                sequence,
                "'multipart', JSON Lines, JSON sequences and event streams: it is not checked");
    }

    private static void ignored(Element mediaType, String field, boolean means, String what) {
        if (!means) {
            mediaType
                    .child(field)
                    .ifPresent(present -> present.warn("'" + field + "' says nothing here: it is for " + what));
        }
    }
}
