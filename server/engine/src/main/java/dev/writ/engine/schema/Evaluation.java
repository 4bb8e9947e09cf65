package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** What a schema says of a value. */
public sealed interface Evaluation {

    <R> R fold(Function<JsonNode, ? extends R> valid, Function<List<SchemaError>, ? extends R> invalid);

    /** The errors; none if the value is valid. */
    default List<SchemaError> errors() {
        return this.<List<SchemaError>>fold(value -> List.of(), errors -> errors);
    }

    /** Whether the value is another than the one that was checked. */
    boolean edited();

    /**
     * The value is what the schema says.
     *
     * @param value what was checked, but for what the direction takes away or the schema's defaults add
     */
    record Valid(JsonNode value, boolean edited) implements Evaluation {
        /** Of a value that stays as it is. */
        public Valid(JsonNode value) {
            this(value, false);
        }

        @Override
        public <R> R fold(Function<JsonNode, ? extends R> valid, Function<List<SchemaError>, ? extends R> invalid) {
            return valid.apply(value);
        }
    }

    /** At least one error, in the order of the schema. */
    record Invalid(List<SchemaError> all) implements Evaluation {
        @Override
        public boolean edited() {
            return false;
        }

        @Override
        public <R> R fold(Function<JsonNode, ? extends R> valid, Function<List<SchemaError>, ? extends R> invalid) {
            return invalid.apply(all);
        }
    }
}
