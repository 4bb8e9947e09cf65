package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A compiled schema. Thread-safe. */
@FunctionalInterface
public interface SchemaChecker {
    /** All errors, in the order of the schema; none if the value is valid. */
    List<SchemaError> check(JsonNode value);
}
