package dev.writ.engine.anydocument;

import java.nio.charset.StandardCharsets;

/** Octets as a text of one character for each, which has their number for its length and may stand in JSON. */
final class Octets {
    private Octets() {}

    static String of(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** Those of UTF-8. */
    static String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(String octets) {
        return new String(bytes(octets), StandardCharsets.UTF_8);
    }
}
