package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.handler.BoundItems;
import dev.writ.engine.http.Charsets;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.stream.SequentialFormat;
import dev.writ.engine.validate.Arguments;
import dev.writ.engine.validate.ReceivedBody;
import dev.writ.engine.validate.ReceivedItems;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body as an argument: JSON, text and forms as the value that was checked, anything else as bytes or a stream of them. An
 * {@code InputStream} has the bytes as they came, whatever they are. Thread-safe.
 */
record BodyBinder(Class<?> type, ObjectReader reader, ObjectReader items) {
    /** What may be handed items as they arrive. */
    private static final Set<Class<?>> HOLD_ITEMS = Set.of(Stream.class, Iterator.class);

    private static final Set<Class<?>> HOLD_BYTES = Set.of(InputStream.class, byte[].class, String.class);

    /** {@code declared} is the type of the argument. */
    static BodyBinder of(Type declared, ObjectMapper mapper) {
        Type item = declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
        return new BodyBinder(
                mapper.constructType(declared).getRawClass(),
                mapper.readerFor(mapper.constructType(declared)),
                mapper.readerFor(mapper.constructType(item)));
    }

    /** What of {@code content} the argument cannot hold: a value where it wants octets, or the other way round. */
    List<MediaTypeObject> unbindable(List<MediaTypeObject> content) {
        return content.stream().filter(declared -> !holds(declared)).toList();
    }

    private boolean holds(MediaTypeObject declared) {
        if (type == Object.class) {
            return true;
        }
        if (HOLD_ITEMS.contains(type)) {
            return MediaType.parse(declared.mediaType())
                    .flatMap(SequentialFormat::of)
                    .isPresent();
        }
        return HOLD_BYTES.contains(type) ? ReceivedBody.hasOctets(declared) : ReceivedBody.hasValue(declared);
    }

    /** Null where there is no body. */
    @Nullable
    Object bind(Arguments arguments) throws IOException {
        Optional<ReceivedBody> received = arguments.received();
        if (arguments.items().isPresent()) {
            return bind(arguments.items().get());
        }
        if (HOLD_ITEMS.contains(type)) {
            return type == Stream.class ? Stream.empty() : Collections.emptyIterator();
        }
        if (received.isEmpty()) {
            return null;
        }
        if (type == InputStream.class) {
            return received.get().open();
        }
        Optional<JsonNode> value = arguments.body();
        if (value.isPresent()) {
            try {
                return reader.readValue(value.get());
            } catch (JsonProcessingException e) {
                throw UnbindableException.of("body", Optional.empty(), e);
            }
        }
        if (type == byte[].class) {
            return received.get().bytes();
        }
        if (type == Object.class) {
            return received.get().open();
        }
        if (type == String.class) {
            return text(received.get());
        }
        throw unreadable(received.get().type());
    }

    private Object bind(ReceivedItems received) {
        if (HOLD_ITEMS.contains(type)) {
            BoundItems<?> bound = new BoundItems<>(received, items);
            return type == Stream.class ? bound.stream() : bound;
        }
        if (type == byte[].class) {
            return received.bytes();
        }
        if (type == String.class) {
            return new String(received.bytes(), StandardCharsets.UTF_8);
        }
        if (type == InputStream.class || type == Object.class) {
            return received.stream();
        }
        throw unreadable(received.type());
    }

    private static ProblemException unreadable(MediaType mediaType) {
        return new ProblemException(Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "A body of " + mediaType.essence() + " is declared, but cannot be read."));
    }

    private static String text(ReceivedBody received) {
        String charset = received.type().parameter("charset").orElse("utf-8");
        return Charsets.named(charset)
                .flatMap(known -> Charsets.decode(received.bytes(), known))
                .orElseThrow(() -> UnbindableException.ofBody("charset", "this is no text in the charset " + charset));
    }
}
