package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Values that a schema allows, the same ones for the same seed. What it makes is a proposal: the referee has the word. */
final class ValueGenerator {
    /** How much of what is optional a value has. */
    enum Extent {
        LEAST,
        SOME,
        ALL
    }

    private static final int MAX_DEPTH = 30;
    private static final int DEEP = 4;
    private static final int LARGE = 300;
    private static final int ATTEMPTS = 25;
    private static final int LOCAL_ATTEMPTS = 6;
    private static final int MAX_STEPS = 5_000;
    private static final List<String> HARD = List.of(
            "not",
            "oneOf",
            "anyOf",
            "if",
            "contains",
            "pattern",
            "format",
            "multipleOf",
            "uniqueItems",
            "propertyNames",
            "dependentSchemas",
            "unevaluatedProperties",
            "unevaluatedItems");

    private final SchemaSet schemas;
    private final Referee referee;
    private final Random random;
    private final boolean flat;
    private final StringValues strings;
    private final NumberValues numbers;
    private final ObjectValues objects;
    private final ArrayValues arrays;
    private Extent extent = Extent.SOME;
    private int steps;

    /**
     * @param flat whether values must have no structure below the first level and no null, as those of styled parameters
     */
    ValueGenerator(SchemaSet schemas, Referee referee, Random random, boolean flat, String alphabet) {
        this.schemas = schemas;
        this.referee = referee;
        this.random = random;
        this.flat = flat;
        this.strings = new StringValues(random, alphabet);
        this.numbers = new NumberValues(random);
        this.objects = new ObjectValues(this, schemas.direction(), random);
        this.arrays = new ArrayValues(this, random);
    }

    /** A value that the referee accepts. */
    JsonNode generate(Node schema, Extent wanted) throws Unsatisfiable {
        Unsatisfiable last = new Unsatisfiable("nothing was tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            extent = attempt < 10 ? wanted : attempt < 18 ? Extent.SOME : Extent.LEAST;
            steps = 0;
            try {
                JsonNode value = value(List.of(new Part(schema, true)), 0);
                if (referee.accepts(schema, value)) {
                    return value;
                }
                var error = referee.errors(schema, value);
                last = new Unsatisfiable("the referee refuses " + Json.shortened(value) + ": "
                        + error.get(0).getInstanceLocation() + " "
                        + error.get(0).getKeyword() + " "
                        + error.get(0).getError());
            } catch (Unsatisfiable e) {
                last = e;
            }
        }
        throw last;
    }

    /** A value for schemas that apply together. */
    JsonNode value(List<Part> whole, int depth) throws Unsatisfiable {
        if (++steps > MAX_STEPS) {
            throw new Unsatisfiable("the value takes too many steps");
        }
        if (depth > MAX_DEPTH) {
            throw new Unsatisfiable("the value has no end");
        }
        Unsatisfiable last = null;
        for (int attempt = 0; attempt < LOCAL_ATTEMPTS; attempt++) {
            try {
                Constraints constraints = new Constraints(Conjunction.of(whole, schemas, choice(depth)));
                JsonNode value = plain(constraints, depth);
                if (HARD.stream()
                                .allMatch(keyword -> constraints.having(keyword).isEmpty())
                        || whole.stream()
                                .allMatch(part -> isSynthetic(part) || referee.accepts(part.schema(), value))) {
                    return value;
                }
                last = new Unsatisfiable("the referee refuses " + Json.shortened(value));
            } catch (Unsatisfiable e) {
                last = e;
                if (steps > MAX_STEPS) {
                    throw e;
                }
            }
        }
        throw last == null ? new Unsatisfiable("nothing was tried") : last;
    }

    /** All ways taken, for what a value of this schema would be like. */
    Constraints constraints(List<Part> whole, int depth) throws Unsatisfiable {
        return new Constraints(Conjunction.of(whole, schemas, choice(depth)));
    }

    boolean wantsOptional(int depth) {
        if (depth >= DEEP || steps > LARGE || extent == Extent.LEAST) {
            return false;
        }
        return (extent == Extent.ALL && depth < 2) || random.nextInt(3) == 0;
    }

    boolean isFlat() {
        return flat;
    }

    StringValues strings() {
        return strings;
    }

    private static boolean isSynthetic(Part part) {
        return part.schema().pointer().contains("/discriminator/");
    }

    private JsonNode plain(Constraints constraints, int depth) throws Unsatisfiable {
        Optional<List<JsonNode>> listed = constraints.listed();
        Set<String> types = constraints.types();
        if (flat) {
            types.remove("null");
            if (depth > 0) {
                types.removeAll(Set.of("array", "object"));
            }
        }
        if (listed.isPresent()) {
            List<JsonNode> values = listed.get().stream()
                    .filter(value -> Json.isOf(value, types))
                    .toList();
            if (values.isEmpty()) {
                throw new Unsatisfiable("no value in common: " + Json.shortened(listed.get()));
            }
            return values.get(random.nextInt(values.size()));
        }
        return ofType(type(types, constraints), constraints, depth);
    }

    private String type(Set<String> types, Constraints constraints) throws Unsatisfiable {
        List<String> candidates = new ArrayList<>(types);
        List<String> hinted =
                candidates.stream().filter(constraints.hinted()::contains).toList();
        if (!hinted.isEmpty() && random.nextInt(8) != 0) {
            candidates = hinted;
        } else if (candidates.size() > 1 && random.nextInt(6) != 0) {
            candidates =
                    candidates.stream().filter(type -> !type.equals("null")).toList();
        }
        if (candidates.isEmpty()) {
            throw new Unsatisfiable("no type in common");
        }
        return candidates.get(random.nextInt(candidates.size()));
    }

    private JsonNode ofType(String type, Constraints constraints, int depth) throws Unsatisfiable {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case "null" -> json.nullNode();
            case "boolean" -> json.booleanNode(random.nextBoolean());
            case "integer" -> numbers.make(constraints, true);
            case "number" -> numbers.make(constraints, FormatValues.isWhole(constraints.texts("format")));
            case "string" -> json.textNode(strings.make(constraints));
            case "array" -> arrays.make(constraints, depth);
            default -> objects.make(constraints, depth);
        };
    }

    private Conjunction.Choice choice(int depth) {
        return new Conjunction.Choice() {
            @Override
            public Node branch(List<Node> branches) {
                List<Node> order = new ArrayList<>(branches);
                Collections.shuffle(order, random);
                if (depth >= DEEP || steps > LARGE) {
                    order.sort(Comparator.comparingInt(branch -> schemas.weight(branch, 0)));
                }
                return order.get(0);
            }

            @Override
            public boolean then(Node schema) {
                return random.nextBoolean();
            }
        };
    }
}
