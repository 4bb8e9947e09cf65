package dev.writ.engine.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.api.TypedResponse;
import dev.writ.engine.core.ProblemRenderer;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.Item;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.stream.Items;
import dev.writ.engine.stream.MappedPublisher;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.stream.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes typed responses, once: the tree that JSON is written from stays with the bytes, for the response check. Thread-safe. */
public final class ResponseWriter {
    private final ObjectMapper mapper;
    private final ItemWriter items;

    public ResponseWriter(ObjectMapper mapper) {
        this.mapper = mapper;
        this.items = new ItemWriter(mapper);
    }

    /** What the engine sends for a response of generated code or of a handler. */
    public Response write(TypedResponse typed) {
        Headers headers = Headers.of(typed.headers());
        return typed.payload()
                .fold(
                        () -> new Response(typed.status(), headers, Content.empty()),
                        (value, mediaType) -> write(typed.status(), headers, value, mediaType),
                        detail -> {
                            Problem bare = Problem.ofStatus(typed.status());
                            return ProblemRenderer.render(
                                    detail.map(bare::withDetail).orElse(bare).withHeaders(headers));
                        });
    }

    Response write(int status, Headers headers, Object value, String mediaType) {
        return new Response(status, headers.with("Content-Type", mediaType), content(value, mediaType));
    }

    private Content content(Object value, String mediaType) {
        if (MediaType.parse(mediaType).filter(MediaType::isJson).isPresent()) {
            return json(value);
        }
        Optional<Content> sequence =
                MediaType.parse(mediaType).flatMap(SequentialFormat::of).flatMap(format -> sequence(value, format));
        if (sequence.isPresent()) {
            return sequence.get();
        }
        if (value instanceof byte[] bytes) {
            return Content.of(bytes);
        }
        if (value instanceof InputStream stream) {
            try (stream) {
                return Content.of(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (value instanceof CharSequence text) {
            return Content.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException(
                value.getClass().getName() + " cannot be written as " + mediaType + ": only text and bytes can");
    }

    /** Empty if the value is no sequence. */
    private Optional<Content> sequence(Object value, SequentialFormat format) {
        return Sources.of(value)
                .map(source -> Content.ofItems(
                        new Items(new MappedPublisher<Object, Item>(source, item -> items.of(item, format)), format)));
    }

    private Content json(Object value) {
        JsonNode tree = mapper.valueToTree(value);
        try {
            return Content.ofJson(mapper.writeValueAsBytes(tree), tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
