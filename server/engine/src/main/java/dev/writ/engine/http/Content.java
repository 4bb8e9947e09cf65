package dev.writ.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The content of a response: its bytes and, where they were written from one, the JSON value, so that nobody parses it again. */
public final class Content {
    private static final Content EMPTY = new Content(new byte[0], Optional.empty());

    private final byte[] bytes;
    private final Optional<JsonNode> json;

    private Content(byte[] bytes, Optional<JsonNode> json) {
        this.bytes = bytes;
        this.json = json;
    }

    public static Content empty() {
        return EMPTY;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, Optional.empty());
    }

    /** {@code bytes} must be what {@code json} is written as. */
    public static Content ofJson(byte[] bytes, JsonNode json) {
        return new Content(bytes, Optional.of(json));
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Not a copy: to be read only. */
    public byte[] bytes() {
        return bytes;
    }

    public Optional<JsonNode> json() {
        return json;
    }
}
