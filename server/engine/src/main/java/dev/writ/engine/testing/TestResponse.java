package dev.writ.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.json.Json;
import dev.writ.engine.stream.PieceStream;
import dev.writ.engine.stream.SequentialFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/**
 * What came back. Content that comes item by item is read as it is asked for, so {@link #text} and the others wait for its
 * end; {@link #close} before that is what a client does that goes away. Not thread-safe.
 */
public final class TestResponse implements AutoCloseable {
    private static final JsonMapper MAPPER = Json.mapper();

    private final Response response;
    private final Optional<PieceStream> pieces;
    private Optional<byte[]> read = Optional.empty();

    TestResponse(Response response) {
        this.response = response;
        this.pieces = response.content().pieces().map(PieceStream::new);
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
        return content().clone();
    }

    private byte[] content() {
        if (pieces.isEmpty()) {
            return response.content().bytes();
        }
        if (read.isEmpty()) {
            try {
                read = Optional.of(pieces.get().readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read.get();
    }

    /**
     * The items of content that is a sequence of them, each read when it is asked for; of an event stream the events, as
     * OpenAPI describes them: {@code data}, {@code event}, {@code id}, {@code retry}. An answer that is broken off is an
     * {@link UncheckedIOException}.
     *
     * @throws IllegalStateException if the content is no sequence
     */
    public Iterator<JsonNode> items() {
        SequentialFormat format = header("Content-Type")
                .flatMap(MediaType::parse)
                .flatMap(SequentialFormat::of)
                .orElseThrow(() -> new IllegalStateException("no sequence: " + this));
        InputStream content = pieces.<InputStream>map(stream -> stream)
                .orElseGet(() -> new ByteArrayInputStream(response.content().bytes()));
        return new TestItems(format, format.split(content, Integer.MAX_VALUE));
    }

    /** Goes away, if there is content that has not come yet. */
    @Override
    public void close() {
        pieces.ifPresent(PieceStream::close);
    }

    /** The content read as UTF-8. */
    public String text() {
        return new String(content(), StandardCharsets.UTF_8);
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
            return MAPPER.readValue(content(), type);
        } catch (IOException e) {
            throw new IllegalStateException("not " + type.getSimpleName() + ": " + this, e);
        }
    }

    /** Status and content, for the messages of assertions. */
    @Override
    public String toString() {
        return status() + " " + (pieces.isPresent() && read.isEmpty() ? "and pieces" : text());
    }
}
