package dev.writ.service.task;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;

/** The place in the list after which a page begins, opaque to clients. */
final class Cursor {
    private static final String PREFIX = "after:";

    private Cursor() {}

    static String after(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** The id after which to go on; empty if the text is no cursor of ours. */
    static OptionalLong parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches(PREFIX + "\\d{1,18}")
                    ? OptionalLong.of(Long.parseLong(text.substring(PREFIX.length())))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
