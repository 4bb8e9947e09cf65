package dev.writ.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a multipart body into its parts (RFC 2046, section 5.1) while it arrives, in memory of a fixed size. Lines end with CR
 * LF. A part is to be read before the next is asked for; what is left of it is skipped. Not thread-safe.
 */
public final class MultipartReader {
    private final DelimitedInput input;
    private final int maxHeaderBytes;
    private boolean begun;
    /** Whether the end of a part is still to be met. */
    private boolean within = true;

    /**
     * Reads nothing yet.
     *
     * @param boundary the parameter of the media type
     * @param maxHeaderBytes of one part
     * @throws MultipartException if {@code boundary} is none (RFC 2046, section 5.1.1)
     */
    public MultipartReader(InputStream body, String boundary, int maxHeaderBytes) throws MultipartException {
        if (!boundary.matches("[0-9A-Za-z'()+_,\\-./:=? ]{0,69}[0-9A-Za-z'()+_,\\-./:=?]")) {
            throw new MultipartException("the boundary of the parts must have 1 to 70 characters that RFC 2046 allows");
        }
        this.input = new DelimitedInput(body, boundary);
        this.maxHeaderBytes = maxHeaderBytes;
    }

    /**
     * The header fields of the next part; empty after the last one, when the body has been read to its end.
     *
     * @throws IOException if the body cannot be read
     */
    public Optional<Headers> next() throws IOException, MultipartException {
        skip();
        if (input.atEnd()) {
            input.skipRest();
            return Optional.empty();
        }
        within = true;
        return Optional.of(PartHeaders.parse(input.head(maxHeaderBytes)));
    }

    /**
     * Goes behind what is left of the part whose header fields were given last, as {@link #next} does by itself: what is then
     * wrong is wrong with this part, not with the next.
     *
     * @throws IOException if the body cannot be read
     */
    public void skip() throws IOException, MultipartException {
        if (within) {
            input.skip(!begun);
            begun = true;
            within = false;
        }
    }

    /**
     * Of the part whose header fields were given last. Where the body breaks off it throws a {@link BrokenPartException},
     * which says so.
     */
    public InputStream content() {
        return input;
    }
}
