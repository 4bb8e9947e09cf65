package dev.writ.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The base of the responses that are generated for each operation. A subclass offers what the contract declares for one
 * status and nothing else, so that an undeclared status, header or body does not compile.
 *
 * <p>Confined to the request that it answers: not thread-safe.
 */
public abstract class TypedResponse {
    /** RFC 9110, section 5.5, without the bytes beyond ASCII, which nobody reads alike. */
    private static final Pattern FIELD_VALUE = Pattern.compile("[\\x20-\\x7E\\t]*");

    private final int status;
    private final Payload payload;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    /** A response with or without content; see {@link Payload}. */
    protected TypedResponse(int status, Payload payload) {
        this.status = status;
        this.payload = payload;
    }

    public final int status() {
        return status;
    }

    /** Header fields in the order in which they were set. */
    public final Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    public final Payload payload() {
        return payload;
    }

    /**
     * Sets a header field, replacing what it had.
     *
     * @throws IllegalArgumentException if the value is not of visible ASCII characters, spaces and tabs
     */
    protected final void header(String name, Object value) {
        String text = value.toString();
        if (!FIELD_VALUE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the value of " + name + " has characters that no header field may have");
        }
        headers.put(name, List.of(text));
    }

    /** What a response carries. */
    public sealed interface Payload {
        /** No content. */
        static Payload none() {
            return new None();
        }

        /** A value to be written as {@code mediaType}. */
        static Payload of(Object value, String mediaType) {
            return new Value(value, mediaType);
        }

        /** A problem (RFC 9457) that the engine writes: type and title follow from the status. */
        static Payload problem() {
            return new Problem(Optional.empty());
        }

        /** A problem with an explanation of this occurrence. */
        static Payload problem(String detail) {
            return new Problem(Optional.of(detail));
        }

        <R> R fold(
                Supplier<? extends R> none,
                BiFunction<Object, String, ? extends R> value,
                Function<Optional<String>, ? extends R> problem);
    }

    private record None() implements Payload {
        @Override
        public <R> R fold(
                Supplier<? extends R> none,
                BiFunction<Object, String, ? extends R> value,
                Function<Optional<String>, ? extends R> problem) {
            return none.get();
        }
    }

    private record Value(Object body, String mediaType) implements Payload {
        @Override
        public <R> R fold(
                Supplier<? extends R> none,
                BiFunction<Object, String, ? extends R> value,
                Function<Optional<String>, ? extends R> problem) {
            return value.apply(body, mediaType);
        }
    }

    private record Problem(Optional<String> detail) implements Payload {
        @Override
        public <R> R fold(
                Supplier<? extends R> none,
                BiFunction<Object, String, ? extends R> value,
                Function<Optional<String>, ? extends R> problem) {
            return problem.apply(detail);
        }
    }
}
