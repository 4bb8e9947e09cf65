package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.schema.TestContracts;
import java.util.List;
import java.util.Random;

/** Schemas and values of a few names and small numbers, so that they have something to do with one another. */
final class RandomSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "ab", "c");
    private static final List<String> PATTERNS = List.of("^a", "b$", "^[ab]+$", "a|c", "^.$");
    private static final List<String> TYPES =
            List.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final List<String> SCALARS = List.of(
            "null", "true", "false", "0", "1", "1.0", "2.5", "-3", "''", "'a'", "'ab'", "'c'", "'\\uD83D\\uDE00'");

    private final Random random;

    RandomSchemas(Random random) {
        this.random = random;
    }

    /** With schemas {@code A} and {@code B} under {@code $defs}, of which it is the first. */
    JsonNode document() {
        ObjectNode root = JSON.objectNode().put("$ref", "#/$defs/A");
        root.putObject("$defs").<ObjectNode>set("A", schema(4, false)).set("B", schema(3, false));
        return root;
    }

    JsonNode value(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind < 2) {
            return TestContracts.quoted(of(SCALARS));
        }
        if (kind == 2) {
            ArrayNode array = JSON.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(value(depth - 1));
            }
            return array;
        }
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(of(NAMES), value(depth - 1));
        }
        return object;
    }

    /** {@code below} says that it is not applied to the same value as the schema around it: only there are circles safe. */
    private JsonNode schema(int depth, boolean below) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(4) == 0
                    ? JSON.booleanNode(random.nextInt(3) > 0)
                    : JSON.objectNode().put("type", of(TYPES));
        }
        ObjectNode schema = JSON.objectNode();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            add(schema, depth - 1, below);
        }
        return schema;
    }

    private void add(ObjectNode schema, int depth, boolean below) {
        switch (random.nextInt(30)) {
            case 0 -> schema.putArray("type").add("string").add(of(TYPES.subList(0, 5)));
            case 1 -> schema.putArray("enum").add(value(1)).add(value(2)).add(value(0));
            case 2 -> schema.set("const", value(2));
            case 3 -> schema.put("minimum", random.nextInt(4) - 1);
            case 4 -> schema.put("exclusiveMaximum", random.nextInt(4));
            case 5 -> schema.put("multipleOf", random.nextBoolean() ? 0.5 : 2);
            case 6 -> schema.put("maxLength", random.nextInt(3));
            case 7 -> schema.put("minLength", random.nextInt(3));
            case 8 -> schema.put("pattern", of(PATTERNS));
            case 9 -> schema.put(random.nextBoolean() ? "minItems" : "maxItems", random.nextInt(3));
            case 10 -> schema.put(random.nextBoolean() ? "minProperties" : "maxProperties", random.nextInt(3));
            case 11 -> schema.put("uniqueItems", true);
            case 12 -> schema.putArray("required").add(of(NAMES));
            case 13 -> schema.putObject("dependentRequired").putArray(of(NAMES)).add(of(NAMES));
            case 14 -> schema.putObject("dependentSchemas").set(of(NAMES), schema(depth, below));
            case 15 -> schema.set("propertyNames", schema(depth, true));
            case 16 -> schema.set("contains", schema(depth, true));
            case 17 ->
                schema.<ObjectNode>set("contains", schema(depth, true))
                        .put(random.nextBoolean() ? "minContains" : "maxContains", random.nextInt(3));
            case 18 ->
                schema.<ObjectNode>set("if", schema(depth, below))
                        .<ObjectNode>set("then", schema(depth, below))
                        .set("else", schema(depth, below));
            case 19 -> schema.set("not", schema(depth, below));
            case 20 -> schema.set("allOf", list(depth, below));
            case 21 -> schema.set("anyOf", list(depth, below));
            case 22 -> schema.set("oneOf", list(depth, below));
            case 23 -> schema.set("items", schema(depth, true));
            case 24 -> schema.set("prefixItems", list(depth, true));
            case 25 -> schema.set("additionalProperties", schema(depth, true));
            case 26 -> schema.putObject("patternProperties").set(of(PATTERNS), schema(depth, true));
            case 27 -> schema.set("unevaluatedProperties", schema(depth, true));
            case 28 -> schema.set("unevaluatedItems", schema(depth, true));
            default -> {
                ObjectNode properties = schema.putObject("properties");
                properties.set(of(NAMES), schema(depth, true));
                properties.set(of(NAMES), schema(depth, true));
            }
        }
        if (below && random.nextInt(6) == 0) {
            schema.put("$ref", random.nextBoolean() ? "#/$defs/A" : "#/$defs/B");
        }
    }

    private ArrayNode list(int depth, boolean below) {
        return JSON.arrayNode().add(schema(depth, below)).add(schema(depth, below));
    }

    private String of(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
