package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Parameter;
import java.util.IdentityHashMap;
import java.util.Optional;

/** The checked values of a request. Not thread-safe; confined to its request. */
public final class Arguments {
    private final IdentityHashMap<Parameter, JsonNode> parameters = new IdentityHashMap<>();
    private Optional<JsonNode> body = Optional.empty();
    private Optional<ReceivedBody> received = Optional.empty();
    private Optional<ReceivedItems> items = Optional.empty();

    void set(Parameter parameter, JsonNode value) {
        parameters.put(parameter, value);
    }

    void setBody(ReceivedBody bytes, Optional<JsonNode> value) {
        received = Optional.of(bytes);
        body = value;
    }

    void setItems(ReceivedItems content) {
        items = Optional.of(content);
    }

    /** The value sent or, failing that, the contract's default. */
    public Optional<JsonNode> value(Parameter parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** The value of a JSON or text body; empty if there is no body, or one that is neither. */
    public Optional<JsonNode> body() {
        return body;
    }

    /** What a body of JSON became, if it is another value than the bytes that came. */
    public Optional<JsonNode> editedBody() {
        return received.filter(ReceivedBody::edited).flatMap(body -> this.body);
    }

    /** The body if it is a sequence of items, which is then no {@link #received} one: it is yet to come. */
    public Optional<ReceivedItems> items() {
        return items;
    }

    /** The body as it came; empty if there is none. */
    public Optional<ReceivedBody> received() {
        return received;
    }
}
