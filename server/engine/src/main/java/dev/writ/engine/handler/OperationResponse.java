package dev.writ.engine.handler;

import dev.writ.api.TypedResponse;
import java.util.Locale;
import java.util.Set;

/**
 * What a handler answers, said by hand: any status and content. Whether the contract declares it is for the response check
 * to say; generated responses cannot be wrong.
 */
public final class OperationResponse extends TypedResponse {
    private static final Set<String> FRAME = Set.of("content-length", "transfer-encoding", "connection");

    private OperationResponse(int status, Payload payload) {
        super(status, payload);
    }

    /** No content. An error is given one, as a problem. */
    public static OperationResponse of(int status) {
        return new OperationResponse(status, Payload.none());
    }

    /** {@code value} written as {@code mediaType}: anything as JSON; text or bytes as anything else. */
    public static OperationResponse of(int status, String mediaType, Object value) {
        return new OperationResponse(status, Payload.of(value, mediaType));
    }

    public static OperationResponse json(int status, Object value) {
        return of(status, "application/json", value);
    }

    /** As {@code text/plain} in UTF-8. */
    public static OperationResponse text(int status, String value) {
        return of(status, "text/plain; charset=utf-8", value);
    }

    /** A problem (RFC 9457) with an explanation of this occurrence; type and title follow from the status. */
    public static OperationResponse problem(int status, String detail) {
        return new OperationResponse(status, Payload.problem(detail));
    }

    /**
     * This response, with a header field more.
     *
     * @throws IllegalArgumentException if the value is not of visible ASCII characters, spaces and tabs, or if the field is one
     *     of the message's frame
     */
    public OperationResponse with(String name, Object value) {
        if (FRAME.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(name + " is for the server to say");
        }
        header(name, value);
        return this;
    }
}
