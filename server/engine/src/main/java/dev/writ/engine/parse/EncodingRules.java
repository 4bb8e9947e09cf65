package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.stream.SequentialFormat;
import java.util.List;
import java.util.Optional;

/** Which encodings a media type may have, from OpenAPI 3.2 on (sections 4.14.1 and 4.14.5). */
final class EncodingRules {
    private EncodingRules() {}

    /** Parts have names or positions, not both. */
    static void check(List<Element> mediaTypes, List<Element> encodings) {
        mediaTypes.forEach(EncodingRules::exclusive);
        encodings.forEach(EncodingRules::exclusive);
        mediaTypes.forEach(EncodingRules::positions);
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
        boolean sequence =
                SequentialFormat.of(type.get()).isPresent() || (type.get().isRange() && !multipart);
        ignored(mediaType, "itemSchema", sequence, "JSON Lines, JSON sequences and event streams: it is not checked");
    }

    private static void ignored(Element mediaType, String field, boolean means, String what) {
        if (!means) {
            mediaType
                    .child(field)
                    .ifPresent(present -> present.warn("'" + field + "' says nothing here: it is for " + what));
        }
    }
}
