package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a message has for a parameter or header field. */
sealed interface Outcome {
    Outcome ABSENT = new Absent();
    Outcome UNUSED = new Unused();

    <R> R fold(
            Supplier<? extends R> absent,
            Supplier<? extends R> unused,
            Function<JsonNode, ? extends R> valid,
            Function<List<SchemaError>, ? extends R> invalid);

    record Absent() implements Outcome {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Supplier<? extends R> unused,
                Function<JsonNode, ? extends R> valid,
                Function<List<SchemaError>, ? extends R> invalid) {
            return absent.get();
        }
    }

    /** There, but empty, which the contract allows and takes for unused. */
    record Unused() implements Outcome {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Supplier<? extends R> unused,
                Function<JsonNode, ? extends R> valid,
                Function<List<SchemaError>, ? extends R> invalid) {
            return unused.get();
        }
    }

    record Valid(JsonNode value) implements Outcome {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Supplier<? extends R> unused,
                Function<JsonNode, ? extends R> valid,
                Function<List<SchemaError>, ? extends R> invalid) {
            return valid.apply(value);
        }
    }

    /** At least one error. */
    record Invalid(List<SchemaError> errors) implements Outcome {
        @Override
        public <R> R fold(
                Supplier<? extends R> absent,
                Supplier<? extends R> unused,
                Function<JsonNode, ? extends R> valid,
                Function<List<SchemaError>, ? extends R> invalid) {
            return invalid.apply(errors);
        }
    }
}
