package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Parameter;
import java.util.IdentityHashMap;
import java.util.Optional;

/** The checked values of a request. Not thread-safe; confined to its request. */
public final class Arguments {
    private final IdentityHashMap<Parameter, JsonNode> parameters = new IdentityHashMap<>();
    private Optional<JsonNode> body = Optional.empty();

    void set(Parameter parameter, JsonNode value) {
        parameters.put(parameter, value);
    }

    void setBody(JsonNode value) {
        body = Optional.of(value);
    }

    /** The value sent or, failing that, the contract's default. */
    public Optional<JsonNode> value(Parameter parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    public Optional<JsonNode> body() {
        return body;
    }
}
