package dev.writ.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Response;
import dev.writ.engine.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What came back. Immutable. */
public final class TestResponse {
    private static final JsonMapper MAPPER = Json.mapper();

    private final Response response;

    TestResponse(Response response) {
        this.response = response;
    }

    public int status() {
        return response.status();
    }

    public Headers headers() {
        return response.headers();
    }

    /** The values of a header field, joined by commas if there are several; empty if there is none. */
    public Optional<String> header(String name) {
        return response.headers().combined(name);
    }

    public byte[] bytes() {
        return response.content().bytes().clone();
    }

    /** The content read as UTF-8. */
    public String text() {
        return new String(response.content().bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The content read as JSON.
     *
     * @throws IllegalStateException if it is not JSON
     */
    public JsonNode json() {
        return as(JsonNode.class);
    }

    /**
     * The content read as JSON and bound to a type.
     *
     * @throws IllegalStateException if it is not JSON, or not of that type
     */
    public <T> T as(Class<T> type) {
        try {
            return MAPPER.readValue(response.content().bytes(), type);
        } catch (IOException e) {
            throw new IllegalStateException("not " + type.getSimpleName() + ": " + this, e);
        }
    }

    /** Status and content, for the messages of assertions. */
    @Override
    public String toString() {
        return status() + " " + text();
    }
}
