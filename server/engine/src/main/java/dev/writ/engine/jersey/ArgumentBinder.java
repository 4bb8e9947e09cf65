package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.writ.api.Bound;
import dev.writ.engine.core.Call;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the checked values of a request into the arguments of one method. Prepared at start; thread-safe. */
final class ArgumentBinder {
    private final List<Argument> arguments = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    ArgumentBinder(Operation operation, Method method, ObjectMapper mapper) {
        for (java.lang.reflect.Parameter argument : method.getParameters()) {
            ObjectReader reader = mapper.readerFor(mapper.constructType(argument.getParameterizedType()));
            Bound bound = argument.getAnnotation(Bound.class);
            if (bound == null) {
                arguments.add(new Argument(
                        BoundValues.BODY, reader, call -> call.arguments().body()));
                continue;
            }
            Optional<Parameter> parameter = operation.parameters().stream()
                    .filter(p -> p.name().equalsIgnoreCase(bound.value()))
                    .filter(p -> bound.in().isEmpty() || bound.in().equals(p.in().text()))
                    .findFirst();
            parameter.ifPresentOrElse(
                    p -> arguments.add(new Argument(
                            BoundValues.key(bound),
                            reader,
                            call -> call.arguments().value(p))),
                    () -> unknown.add(bound.value()));
        }
    }

    /** Arguments that the contract has no parameter for: the code was generated from another one. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    BoundValues bind(Call call) throws IOException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Argument argument : arguments) {
            Optional<JsonNode> value = argument.value().apply(call);
            if (value.isPresent()) {
                values.put(argument.key(), argument.reader().readValue(value.get()));
            }
        }
        return new BoundValues(values);
    }

    private record Argument(String key, ObjectReader reader, Function<Call, Optional<JsonNode>> value) {}
}
