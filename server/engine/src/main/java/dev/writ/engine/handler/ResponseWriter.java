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
import dev.writ.engine.http.StreamPieces;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.stream.Items;
import dev.writ.engine.stream.MappedPublisher;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.stream.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        Optional<Path> file = FileAnswer.file(value);
        if (file.isPresent()) {
            return FileAnswer.of(status, headers.with("Content-Type", mediaType), file.get());
        }
        return new Response(status, headers.with("Content-Type", mediaType), content(value, mediaType));
    }

    private Content content(Object value, String mediaType) {
        boolean isJson = MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
        if (value instanceof InputStream stream) {
            boolean isSequence =
                    MediaType.parse(mediaType).flatMap(SequentialFormat::of).isPresent();
            return stream(stream, isJson || isSequence);
        }
        if (isJson) {
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
        if (value instanceof CharSequence text) {
            return Content.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException(
                value.getClass().getName() + " cannot be written as " + mediaType + ": only text and bytes can");
    }

    /** In pieces, but for what is small, and for JSON and sequences of items, which are checked. */
    private static Content stream(InputStream stream, boolean isWhole) {
        try {
            byte[] beginning = isWhole ? stream.readAllBytes() : stream.readNBytes(StreamPieces.SIZE);
            if (!isWhole && beginning.length == StreamPieces.SIZE) {
                InputStream all = new SequenceInputStream(new ByteArrayInputStream(beginning), stream);
                return Content.ofPieces(StreamPieces.of(all));
            }
            stream.close();
            return Content.of(beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
