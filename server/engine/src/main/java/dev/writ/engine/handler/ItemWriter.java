package dev.writ.engine.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.api.ServerSentEvent;
import dev.writ.engine.http.Item;
import dev.writ.engine.stream.SequentialFormat;
import java.util.Optional;

/** Makes items of what an application gives one by one. Thread-safe. */
final class ItemWriter {
    private final ObjectMapper mapper;

    ItemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Item of(Object value, SequentialFormat format) {
        if (!(value instanceof ServerSentEvent<?> event)) {
            return Item.bare(tree(value));
        }
        if (format != SequentialFormat.EVENT_STREAM) {
            throw new IllegalArgumentException("an event is no item of " + format);
        }
        ObjectNode fields = mapper.createObjectNode();
        event.data().ifPresent(data -> fields.set("data", tree(data)));
        event.event().ifPresent(text -> fields.put("event", text));
        event.id().ifPresent(text -> fields.put("id", text));
        event.retry().ifPresent(wait -> fields.put("retry", wait.toMillis()));
        return new Item(fields.isEmpty() ? Optional.empty() : Optional.of(fields), event.comment(), false);
    }

    private JsonNode tree(Object value) {
        return value instanceof JsonNode tree ? tree : mapper.valueToTree(value);
    }
}
