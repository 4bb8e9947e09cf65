package dev.writ.engine.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violation;
import java.util.List;
import java.util.Optional;

/** A value that the contract allows and the handler's type cannot hold. The client is told, with 400. */
public final class UnbindableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a client is told. */
    public static final String BEYOND = "this value is beyond what the service can hold";

    private final transient Violation violation;

    public UnbindableException(Violation violation, Throwable cause) {
        super(violation.message(), cause);
        this.violation = violation;
    }

    /** Of a value that Jackson could not bind. */
    public static UnbindableException of(String in, Optional<String> name, JsonProcessingException cause) {
        Violation violation = new Violation(in, name, pointer(cause), "type", BEYOND, "");
        return new UnbindableException(violation, cause);
    }

    /** Of one item of a body that is a sequence. */
    public static UnbindableException ofItem(long index, JsonProcessingException cause) {
        String pointer = Pointers.append("", Long.toString(index)) + pointer(cause);
        return new UnbindableException(new Violation("body", Optional.empty(), pointer, "type", BEYOND, ""), cause);
    }

    /** Of a body as a whole. */
    public static UnbindableException ofBody(String keyword, String message) {
        return ofBody(keyword, message, new IllegalArgumentException(message));
    }

    /** Of a body as a whole, which something could not read. */
    public static UnbindableException ofBody(String keyword, String message, Throwable cause) {
        return new UnbindableException(new Violation("body", Optional.empty(), "", keyword, message, ""), cause);
    }

    private static String pointer(JsonProcessingException failure) {
        String pointer = "";
        List<JsonMappingException.Reference> path =
                failure instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        for (JsonMappingException.Reference step : path) {
            pointer = Pointers.append(
                    pointer, step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName());
        }
        return pointer;
    }

    Violation violation() {
        return violation;
    }
}
