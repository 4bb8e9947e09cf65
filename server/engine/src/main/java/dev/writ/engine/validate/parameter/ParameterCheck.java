package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.problem.Violations;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One parameter: how it is read, and what stands for it where it is absent. Thread-safe. */
record ParameterCheck(Parameter parameter, ValueReader reader, Optional<JsonNode> defaultValue) {

    void check(Sent sent, Violations violations, BiConsumer<Parameter, JsonNode> values) {
        NamedViolations named = new NamedViolations(parameter.in().text(), parameter.name(), parameter.place());
        reader.read(sent)
                .<Runnable>fold(
                        () -> () -> {
                            if (parameter.required()) {
                                named.required(violations);
                            }
                            useDefault(values);
                        },
                        () -> () -> useDefault(values),
                        value -> () -> values.accept(parameter, value),
                        errors -> () -> named.add(errors, violations))
                .run();
    }

    private void useDefault(BiConsumer<Parameter, JsonNode> values) {
        defaultValue.ifPresent(value -> values.accept(parameter, value));
    }
}
