package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Spool;
import dev.writ.engine.model.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checked values of a request; what it holds of files goes when it is closed. Not thread-safe; confined to its request. */
public final class Arguments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arguments.class);

    private final List<Spool> kept = new ArrayList<>();
    private final IdentityHashMap<Parameter, JsonNode> parameters = new IdentityHashMap<>();
    private Optional<JsonNode> body = Optional.empty();
    private Optional<ReceivedBody> received = Optional.empty();
    private Optional<ReceivedItems> items = Optional.empty();

    void keep(Spool spool) {
        kept.add(spool);
    }

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

    /** The value of the body; empty if there is no body, or one of which no value is made. */
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

    @Override
    public void close() {
        for (Spool spool : kept) {
            try {
                spool.close();
            } catch (IOException e) {
                LOG.warn("A file of a request could not be closed", e);
            }
        }
    }
}
