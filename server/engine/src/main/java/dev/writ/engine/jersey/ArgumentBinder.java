package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.writ.api.Bound;
import dev.writ.engine.core.Call;
import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.validate.Arguments;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the checked values of a request into the arguments of one method. Prepared at start; thread-safe. */
final class ArgumentBinder {
    private final List<String> keys = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();
    private final List<MediaTypeObject> declared;
    private final List<MediaTypeObject> unbindable = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    ArgumentBinder(Operation operation, Method method, ObjectMapper mapper) {
        declared = operation.requestBody().map(RequestBody::content).orElse(List.of());
        for (java.lang.reflect.Parameter argument : method.getParameters()) {
            ObjectReader reader = mapper.readerFor(mapper.constructType(argument.getParameterizedType()));
            Bound bound = argument.getAnnotation(Bound.class);
            if (bound == null) {
                BodyBinder body = BodyBinder.of(argument.getParameterizedType(), mapper);
                keys.add(BoundValues.BODY);
                arguments.add(body::bind);
                unbindable.addAll(body.unbindable(declared));
                continue;
            }
            List<Parameter> parameters = operation.parameters().stream()
                    .filter(p -> p.name().equals(bound.value()))
                    .filter(p -> bound.in().isEmpty() || bound.in().equals(p.in().text()))
                    .toList();
            if (parameters.size() == 1) {
                keys.add(BoundValues.key(bound));
                arguments.add(new ParameterArgument(reader, parameters.get(0)));
            } else {
                unknown.add(bound.value());
            }
        }
    }

    /** Arguments that are no parameter of the contract, or could be several: the code was generated from another one. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** What the operation takes and the argument for its body cannot hold. */
    List<MediaTypeObject> unbindable() {
        return List.copyOf(unbindable);
    }

    /** Whether the argument for the body can hold nothing that the operation takes. */
    boolean takesNothing() {
        return declared.size() == unbindable.size();
    }

    BoundValues bind(Call call) throws IOException {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).bind(call.arguments());
        }
        return new BoundValues(keys, values);
    }

    /** One argument of the method. */
    private interface Argument {
        @Nullable
        Object bind(Arguments checked) throws IOException;
    }

    /** One parameter of the contract, as an argument. */
    private record ParameterArgument(ObjectReader reader, Parameter parameter) implements Argument {
        @Override
        public @Nullable Object bind(Arguments checked) throws IOException {
            Optional<JsonNode> value = checked.value(parameter);
            if (value.isEmpty()) {
                return null;
            }
            try {
                return reader.readValue(value.get());
            } catch (JsonProcessingException e) {
                throw UnbindableException.of(parameter.in().text(), Optional.of(parameter.name()), e);
            }
        }
    }
}
