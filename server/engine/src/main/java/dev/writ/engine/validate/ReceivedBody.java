package dev.writ.engine.validate;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;

/**
 * The body of a request as it came.
 *
 * @param type what {@code Content-Type} says
 * @param declared what the contract says of that type
 * @param edited whether the value that was made of it is another: without read-only properties, or with defaults
 */
public record ReceivedBody(Content content, MediaType type, MediaTypeObject declared, boolean edited) {

    /** Whether content of a media type becomes a value that is checked; else it is handed over as bytes. */
    public static boolean hasValue(MediaType type) {
        return switch (ContentKind.of(type)) {
            case JSON, TEXT -> true;
            case BYTES, SEQUENCE, UNREAD -> false;
        };
    }
}
