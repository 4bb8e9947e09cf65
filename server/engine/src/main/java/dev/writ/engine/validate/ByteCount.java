package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import java.util.Optional;

/**
 * {@code minLength} and {@code maxLength} of content that is no text: they count octets (OpenAPI 3.1, section 4.8.24.6).
 * No other keyword applies to it.
 */
record ByteCount(long min, long max, String place) {

    static ByteCount of(Optional<SchemaNode> schema) {
        JsonNode node = schema.map(SchemaNode::node).orElse(MissingNode.getInstance());
        return new ByteCount(
                node.path("minLength").asLong(0),
                node.path("maxLength").asLong(Long.MAX_VALUE),
                schema.map(found -> found.place().reference()).orElse(""));
    }

    List<SchemaError> check(long bytes) {
        if (bytes < min) {
            return List.of(new SchemaError(
                    "", "minLength", "must have at least " + min + " bytes, has " + bytes, place + "/minLength"));
        }
        return bytes <= max
                ? List.of()
                : List.of(new SchemaError(
                        "", "maxLength", "must have at most " + max + " bytes, has " + bytes, place + "/maxLength"));
    }
}
