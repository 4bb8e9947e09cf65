package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Spool;
import dev.writ.engine.model.MediaTypeObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The body of a request as it came.
 *
 * @param octets empty for multipart, which is not kept as a whole
 * @param type what {@code Content-Type} says
 * @param declared what the contract says of that type
 * @param edited whether the value that was made of it is another: without read-only properties, or with defaults
 */
public record ReceivedBody(Optional<Spool> octets, MediaType type, MediaTypeObject declared, boolean edited) {

    /** Whether content of a media type becomes a value that is checked; else it is handed over as octets. */
    public static boolean hasValue(MediaTypeObject declared) {
        return MediaType.parse(declared.mediaType())
                .map(type -> switch (ContentKind.of(type)) {
                    case JSON, TEXT -> true;
                    case FORM -> declared.schema().isPresent();
                    case MULTIPART ->
                        declared.schema().isPresent() || declared.itemSchema().isPresent();
                    case BYTES, SEQUENCE, XML -> false;
                })
                .orElse(false);
    }

    /** Whether content of a media type is kept as it came. */
    public static boolean hasOctets(MediaTypeObject declared) {
        return MediaType.parse(declared.mediaType())
                .filter(type -> ContentKind.of(type) == ContentKind.MULTIPART && hasValue(declared))
                .isEmpty();
    }

    /**
     * From the first octet.
     *
     * @throws IllegalStateException if it was multipart
     */
    public InputStream open() {
        try {
            return kept().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them; see {@link #open}. */
    public byte[] bytes() {
        try {
            return kept().readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spool kept() {
        return octets.orElseThrow(
                () -> new IllegalStateException("a multipart body is there as a value, not as it came"));
    }
}
