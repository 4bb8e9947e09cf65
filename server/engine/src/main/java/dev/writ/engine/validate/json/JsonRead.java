package dev.writ.engine.validate.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.function.Function;

/** What bytes are as JSON: a value, or at least one error. */
public sealed interface JsonRead {

    <R> R fold(Function<JsonNode, ? extends R> value, Function<List<SchemaError>, ? extends R> malformed);

    record Value(JsonNode node) implements JsonRead {
        @Override
        public <R> R fold(Function<JsonNode, ? extends R> value, Function<List<SchemaError>, ? extends R> malformed) {
            return value.apply(node);
        }
    }

    record Malformed(List<SchemaError> errors) implements JsonRead {
        @Override
        public <R> R fold(Function<JsonNode, ? extends R> value, Function<List<SchemaError>, ? extends R> malformed) {
            return malformed.apply(errors);
        }
    }
}
