package dev.writ.engine.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.writ.engine.core.UnbindableException;
import dev.writ.engine.problem.Violation;
import java.util.List;
import java.util.Optional;

/** Tells of a value that its Java type cannot hold, with its place. */
final class Unbindable {
    private Unbindable() {}

    static UnbindableException of(String in, Optional<String> name, JsonProcessingException cause) {
        return new UnbindableException(
                new Violation(in, name, pointer(cause), "type", "this value is beyond what the service can hold", ""),
                cause);
    }

    /** Of a body as a whole. */
    static UnbindableException because(String keyword, String message) {
        Violation violation = new Violation("body", Optional.empty(), "", keyword, message, "");
        return new UnbindableException(violation, new IllegalArgumentException(message));
    }

    private static String pointer(JsonProcessingException failure) {
        StringBuilder pointer = new StringBuilder();
        List<JsonMappingException.Reference> path =
                failure instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        path.forEach(step -> {
            String token = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        });
        return pointer.toString();
    }
}
