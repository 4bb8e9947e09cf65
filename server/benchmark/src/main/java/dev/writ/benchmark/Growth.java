package dev.writ.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Bodies of about a mebibyte: the same for every schema, and one for each place of a schema where a value can grow. */
final class Growth {
    private static final int SIZE = 1 << 20;
    private static final int DEPTH = 8;
    private static final int NESTED = 90;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final List<Body> bodies = new ArrayList<>();
    private final Set<SchemaNode> seen = new HashSet<>();

    /** A body, and how it was made. */
    record Body(String name, String text) {}

    private Growth(Schemas schemas) {
        this.schemas = schemas;
    }

    static List<Body> bodies(Schemas schemas, SchemaNode schema) {
        Growth growth = new Growth(schemas);
        growth.common();
        growth.walk(schema, "", value -> value, DEPTH);
        return growth.bodies;
    }

    private void common() {
        String numbers = list(i -> "" + i);
        String lists = list(i -> "[" + i % 7 + ",{\"a\":[1,2]}]");
        add("numbers", numbers);
        add("numbers that are equal", list(i -> "1"));
        add("decimals", list(i -> i + ".5e-1"));
        add("numbers of 400 digits", list(i -> "0." + "7".repeat(390) + i));
        add("exponents", list(i -> i + "e-390"));
        add("short texts", list(i -> "\"" + Integer.toString(i, 36) + "\""));
        add("texts of a kilobyte", list(i -> "\"" + "a".repeat(1_000) + i + "\""));
        add("objects", list(i -> "{\"c\":" + i + "}"));
        add("lists", lists);
        add("lists, nested", "[".repeat(NESTED) + lists + ",[1],2]".repeat(NESTED));
        add("numbers, below objects", "{\"c\":".repeat(NESTED) + numbers + "}".repeat(NESTED));
        add("nests, side by side", list(i -> "{\"c\":".repeat(NESTED) + i + "}".repeat(NESTED)));
        add("members", members(i -> "" + i));
        add("members with objects", members(i -> "{\"a\":" + i + "}"));
        for (String text :
                List.of("a", "ab", "1", "a.", "a@", "%41", "{a}", "/a", ":", "xn--", "\u00fc\u0301", "[", "(")) {
            add("a text of " + text, "\"" + text.repeat(SIZE / text.length() / (text.charAt(0) > 127 ? 2 : 1)) + "!\"");
        }
    }

    private void walk(SchemaNode at, String pointer, UnaryOperator<JsonNode> around, int depth) {
        SchemaNode schema = schemas.resolved(at);
        JsonNode node = schema.node();
        if (depth == 0 || !seen.add(schema)) {
            return;
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            for (int i = 0; i < node.path(keyword).size(); i++) {
                walk(child(schema, keyword, i), pointer, around, depth - 1);
            }
        }
        node.path("properties").fieldNames().forEachRemaining(name -> {
            SchemaNode property = new SchemaNode(
                    schema.place().child("properties").child(name),
                    node.path("properties").path(name));
            walk(property, pointer + "/" + name, value -> around.apply(object(schema, name, value)), depth - 1);
        });
        if (node.has("items") && node.path("items").isObject()) {
            SchemaNode items = new SchemaNode(schema.place().child("items"), node.path("items"));
            JsonNode item = least(items, DEPTH);
            grow(pointer, "items", around, list(i -> item.toString()));
            grow(pointer, "empty objects", around, list(i -> "{}"));
            grow(pointer, "numbers", around, list(i -> "" + i));
            walk(items, pointer + "/0", value -> around.apply(JSON.arrayNode().add(value)), depth - 1);
        }
        if (node.path("type").asText().equals("string") && !node.has("enum")) {
            grow(pointer, "a text", around, "\"" + "a1".repeat(SIZE / 2) + "\"");
        }
        if (node.path("type").asText().equals("object")) {
            grow(pointer, "members", around, members(i -> "{\"a\":" + i + "}"));
        }
    }

    private void grow(String pointer, String name, UnaryOperator<JsonNode> around, String grown) {
        String mark = "\u0001here";
        String text = around.apply(TextNode.valueOf(mark)).toString();
        add(
                name + " at " + (pointer.isEmpty() ? "the root" : pointer),
                text.replace(TextNode.valueOf(mark).toString(), grown));
    }

    private void add(String name, String text) {
        bodies.add(new Body(name, text));
    }

    private SchemaNode child(SchemaNode schema, String keyword, int index) {
        return new SchemaNode(
                schema.place().child(keyword).child("" + index),
                schema.node().path(keyword).path(index));
    }

    /** With what is required beside the property. */
    private ObjectNode object(SchemaNode schema, String name, JsonNode value) {
        JsonNode least = least(schema, DEPTH);
        ObjectNode object = least instanceof ObjectNode known ? known : JSON.objectNode();
        object.set(name, value);
        return object;
    }

    /** The smallest value that is likely to be right. */
    private JsonNode least(SchemaNode at, int depth) {
        SchemaNode schema = schemas.resolved(at);
        JsonNode node = schema.node();
        if (node.has("example") || node.has("enum")) {
            return node.has("example")
                    ? node.get("example").deepCopy()
                    : node.path("enum").path(0);
        }
        JsonNode type = node.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "string" ->
                TextNode.valueOf("a".repeat(Math.min(100, node.path("minLength").asInt())));
            case "integer", "number" -> JSON.numberNode(node.path("minimum").asInt());
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> new ArrayNode(JSON);
            default -> {
                ObjectNode object = JSON.objectNode();
                for (JsonNode name : depth == 0 ? JSON.arrayNode() : node.path("required")) {
                    JsonNode property = node.path("properties").path(name.asText());
                    object.set(
                            name.asText(),
                            least(
                                    new SchemaNode(
                                            schema.place().child("properties").child(name.asText()), property),
                                    depth - 1));
                }
                yield object;
            }
        };
    }

    private static String list(IntFunction<String> item) {
        return "[" + many(item) + "]";
    }

    private static String members(IntFunction<String> value) {
        return "{" + many(i -> "\"k" + i + "\":" + value.apply(i)) + "}";
    }

    private static String many(IntFunction<String> one) {
        StringBuilder text = new StringBuilder(SIZE + 1_000);
        for (int i = 0; text.length() < SIZE; i++) {
            text.append(i == 0 ? "" : ",").append(one.apply(i));
        }
        return text.toString();
    }
}
