package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arrays: as many items as are asked for, all different where that is asked, with those that must be contained. */
final class ArrayValues {
    private static final int MAX_ITEMS = 2_000;

    private final ValueGenerator values;
    private final Random random;

    ArrayValues(ValueGenerator values, Random random) {
        this.values = values;
        this.random = random;
    }

    ArrayNode make(Constraints constraints, int depth) throws Unsatisfiable {
        int least = constraints.atLeast("minItems");
        int most = constraints.atMost("maxItems", Integer.MAX_VALUE);
        boolean unique =
                constraints.parts().stream().anyMatch(part -> part.schema().flag("uniqueItems"));
        List<Part> contained = contained(constraints);
        int length = Math.max(least, contained.size());
        if (values.wantsOptional(depth)) {
            length += 1 + random.nextInt(3);
        }
        length = Math.min(length, most);
        if (values.isFlat()) {
            length = Math.max(1, length);
        }
        if (length > most || least > most || length > MAX_ITEMS) {
            throw new Unsatisfiable("no array of " + length + " items");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < length; i++) {
            int free = length - i - contained.size();
            try {
                array.add(item(array, i, constraints, free <= 0 ? contained : List.of(), unique, depth));
            } catch (Unsatisfiable e) {
                if (array.size() >= least && contained.isEmpty() && !(values.isFlat() && array.isEmpty())) {
                    return array;
                }
                throw e;
            }
            if (free <= 0) {
                contained.remove(0);
            }
        }
        return array;
    }

    private static List<Part> contained(Constraints constraints) {
        List<Part> contained = new ArrayList<>();
        for (Part part : constraints.having("contains")) {
            int times = part.schema().json().path("minContains").asInt(1);
            for (int i = 0; i < times; i++) {
                contained.add(new Part(part.schema().child("contains"), false));
            }
        }
        return contained;
    }

    private JsonNode item(
            ArrayNode before, int index, Constraints constraints, List<Part> contained, boolean unique, int depth)
            throws Unsatisfiable {
        List<Part> schemas = new ArrayList<>(constraints.item(index));
        if (!contained.isEmpty()) {
            schemas.add(contained.get(0));
        }
        for (int attempt = 0; attempt < 30; attempt++) {
            JsonNode item = values.value(schemas, depth + 1);
            if (!unique || !contains(before, item)) {
                return item;
            }
        }
        throw new Unsatisfiable("no " + (index + 1) + " different items");
    }

    private static boolean contains(ArrayNode array, JsonNode item) {
        for (JsonNode other : array) {
            if (Json.same(other, item)) {
                return true;
            }
        }
        return false;
    }
}
