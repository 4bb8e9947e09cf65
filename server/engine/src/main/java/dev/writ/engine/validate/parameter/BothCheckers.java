package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.List;

/** Asks two schemas, the second about what the first has made of the value. */
record BothCheckers(SchemaChecker first, SchemaChecker second) implements SchemaChecker {

    @Override
    public Evaluation check(JsonNode value) {
        Evaluation found = first.check(value);
        Evaluation other = second.check(found.<JsonNode>fold(judged -> judged, errors -> value));
        if (found.errors().isEmpty()) {
            return other.<Evaluation>fold(
                    judged -> new Evaluation.Valid(judged, found.edited() || other.edited()), Evaluation.Invalid::new);
        }
        List<SchemaError> errors = new ArrayList<>(found.errors());
        errors.addAll(other.errors());
        return new Evaluation.Invalid(List.copyOf(errors));
    }

    @Override
    public boolean redacts() {
        return first.redacts() || second.redacts();
    }

    @Override
    public JsonNode redact(JsonNode value) {
        return second.redact(first.redact(value));
    }
}
