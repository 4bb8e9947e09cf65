package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.http.Charsets;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemException;
import dev.writ.engine.problem.ProblemType;
import dev.writ.engine.validate.Arguments;
import dev.writ.engine.validate.ReceivedBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body as an argument: JSON, text and forms as the value that was checked, anything else as bytes or a stream of them. An
 * {@code InputStream} has the bytes as they came, whatever they are. Thread-safe.
 */
record BodyBinder(Class<?> type, ObjectReader reader) {
    private static final Set<Class<?>> HOLD_BYTES = Set.of(InputStream.class, byte[].class, String.class);

    /** What of {@code content} the argument cannot hold: a value where it wants octets, or the other way round. */
    List<MediaTypeObject> unbindable(List<MediaTypeObject> content) {
        return content.stream().filter(declared -> !holds(declared)).toList();
    }

    private boolean holds(MediaTypeObject declared) {
        if (type == Object.class) {
            return true;
        }
        return HOLD_BYTES.contains(type) ? ReceivedBody.hasOctets(declared) : ReceivedBody.hasValue(declared);
    }

    /** Null where there is no body. */
    @Nullable
    Object bind(Arguments arguments) throws IOException {
        Optional<ReceivedBody> received = arguments.received();
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
        throw new ProblemException(Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "A body of " + received.get().type().essence() + " is declared, but cannot be read."));
    }

    private static String text(ReceivedBody received) {
        String charset = received.type().parameter("charset").orElse("utf-8");
        return Charsets.named(charset)
                .flatMap(known -> Charsets.decode(received.bytes(), known))
                .orElseThrow(() -> UnbindableException.ofBody("charset", "this is no text in the charset " + charset));
    }
}
