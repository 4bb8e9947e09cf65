package dev.writ.codegen;

import java.util.Locale;
import java.util.stream.Stream;

/** What is known of content by its media type alone. */
final class MediaTypes {
    private MediaTypes() {}

    static boolean json(String mediaType) {
        return mediaType.endsWith("/json") || mediaType.endsWith("+json");
    }

    /** Whether a value is sent as parts, or fields, one for each property. */
    static boolean hasParts(String mediaType) {
        return multipart(mediaType) || urlEncoded(mediaType);
    }

    static boolean multipart(String mediaType) {
        return essence(mediaType).startsWith("multipart/");
    }

    static boolean urlEncoded(String mediaType) {
        return essence(mediaType).equals("application/x-www-form-urlencoded");
    }

    /** Whether one of these types or ranges, which commas part, has values that are read. */
    static boolean anyReadable(String mediaTypes) {
        return Stream.of(mediaTypes.split(",", -1))
                .map(MediaTypes::essence)
                .anyMatch(type -> readable(type) || type.equals("*/*") || type.equals("application/*"));
    }

    /** Whether it is text or JSON. */
    static boolean readable(String mediaType) {
        String essence = essence(mediaType);
        return essence.startsWith("text/") || json(essence);
    }

    private static String essence(String mediaType) {
        return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
