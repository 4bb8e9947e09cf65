package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.List;

/** Asks a schema about each item of an array, one by one. */
record EachItem(SchemaChecker item) implements SchemaChecker {

    @Override
    public Evaluation check(JsonNode value) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode(value.size());
        List<SchemaError> errors = new ArrayList<>();
        boolean edited = false;
        for (int i = 0; i < value.size() && errors.size() < Violations.MAX; i++) {
            String place = "/" + i;
            Evaluation found = item.check(value.get(i));
            edited |= found.edited();
            found.<Runnable>fold(
                            judged -> () -> items.add(judged),
                            wrong -> () -> wrong.forEach(error -> errors.add(new SchemaError(
                                    place + error.pointer(),
                                    error.keyword(),
                                    error.message(),
                                    error.schemaLocation()))))
                    .run();
        }
        return errors.isEmpty() ? new Evaluation.Valid(items, edited) : new Evaluation.Invalid(List.copyOf(errors));
    }

    @Override
    public boolean redacts() {
        return item.redacts();
    }

    @Override
    public JsonNode redact(JsonNode value) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(each -> items.add(item.redact(each)));
        return items;
    }
}
