package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.stream.Stream;

/** A value, perhaps edited, and what is wrong with it. */
record ItemOutcome(JsonNode value, List<SchemaError> errors) {
    private static final String DATA = "data";

    static ItemOutcome of(Evaluation evaluation, JsonNode given) {
        return evaluation.<ItemOutcome>fold(
                value -> new ItemOutcome(evaluation.edited() ? value : given, List.of()),
                errors -> new ItemOutcome(given, errors));
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    ItemOutcome and(List<SchemaError> others) {
        return others.isEmpty()
                ? this
                : new ItemOutcome(
                        value, Stream.concat(errors.stream(), others.stream()).toList());
    }

    /** Of the event of whose data this is. */
    ItemOutcome within(JsonNode event) {
        return new ItemOutcome(
                withData(event, value),
                errors.stream()
                        .map(error -> new SchemaError(
                                "/" + DATA + error.pointer(), error.keyword(), error.message(), error.schemaLocation()))
                        .toList());
    }

    /** A copy if need be: an application may give the same event again. */
    static JsonNode withData(JsonNode event, JsonNode data) {
        if (event.path(DATA).equals(data) || !(event instanceof ObjectNode object)) {
            return event;
        }
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        copy.set(DATA, data);
        return copy;
    }
}
