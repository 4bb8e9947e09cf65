package dev.writ.engine.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.core.UnbindableException;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A checked value of a request: a parameter or the body. What the contract allows and a Java type cannot hold, such as an
 * unbounded integer asked for as {@code long}, is answered with 400.
 */
public final class Value {
    private final String in;
    private final Optional<String> name;
    private final Optional<JsonNode> json;
    private final ObjectMapper mapper;

    Value(String in, Optional<String> name, Optional<JsonNode> json, ObjectMapper mapper) {
        this.in = in;
        this.name = name;
        this.json = json;
        this.mapper = mapper;
    }

    /** False if nothing was sent and the contract has no default. */
    public boolean isPresent() {
        return json.isPresent();
    }

    /** As the contract types it: a string, a number, an array. */
    public Optional<JsonNode> json() {
        return json;
    }

    public String asText() {
        return as(String.class);
    }

    public int asInt() {
        return as(Integer.class);
    }

    public long asLong() {
        return as(Long.class);
    }

    public double asDouble() {
        return as(Double.class);
    }

    public boolean asBoolean() {
        return as(Boolean.class);
    }

    /**
     * Bound to a type of the application's.
     *
     * @throws NoSuchElementException if it is absent or {@code null}
     */
    public <T> T as(Class<T> type) {
        return this.<T>bind(mapper.constructType(type)).orElseThrow(this::absent);
    }

    /** The same for generic types: {@code as(new TypeReference<List<Pet>>() {})}. */
    public <T> T as(TypeReference<T> type) {
        return this.<T>bind(mapper.constructType(type)).orElseThrow(this::absent);
    }

    /** Bound, or empty if it is absent or {@code null}. */
    public <T> Optional<T> optional(Class<T> type) {
        return bind(mapper.constructType(type));
    }

    private <T> Optional<T> bind(JavaType type) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(mapper.readerFor(type).readValue(json.get()));
        } catch (JsonProcessingException e) {
            throw UnbindableException.of(in, name, e);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a tree can always be read", e);
        }
    }

    private NoSuchElementException absent() {
        return new NoSuchElementException(name.map(text -> "the parameter '" + text + "'")
                        .orElse("the body") + " is absent or null: ask for optional(...)");
    }
}
