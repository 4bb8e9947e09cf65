package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** JSON values as JSON Schema sees them (2020-12 core, section 4.2). */
final class Json {
    private Json() {}

    /** Numbers are the same if they are mathematically so; the order of members is nothing. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? left.decimalValue().compareTo(right.decimalValue())
                        : left.equals(right) ? 0 : 1,
                other);
    }

    /** A copy in which the value at a pointer is another. */
    static JsonNode with(JsonNode root, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        JsonNode copy = root.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String token = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent.isArray()) {
            ((ArrayNode) parent).set(Integer.parseInt(token), value);
        } else {
            ((ObjectNode) parent).set(token, value);
        }
        return copy;
    }

    static String pointer(String parent, String token) {
        return parent + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    /** Whether a value is of one of the types. */
    static boolean isOf(JsonNode value, Set<String> types) {
        return switch (value.getNodeType()) {
            case NULL -> types.contains("null");
            case BOOLEAN -> types.contains("boolean");
            case NUMBER ->
                types.contains("number")
                        || (types.contains("integer")
                                && value.decimalValue().stripTrailingZeros().scale() <= 0);
            case STRING -> types.contains("string");
            case ARRAY -> types.contains("array");
            default -> types.contains("object");
        };
    }

    /** For messages. */
    static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 400 ? text : text.substring(0, 400) + "...";
    }
}
