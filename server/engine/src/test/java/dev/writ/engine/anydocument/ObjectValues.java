package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.anydocument.Conjunction.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Objects: properties that must be there, some of those that may, and some that nobody declared. */
final class ObjectValues {
    private final ValueGenerator values;
    private final Direction direction;
    private final Random random;

    ObjectValues(ValueGenerator values, Direction direction, Random random) {
        this.values = values;
        this.direction = direction;
        this.random = random;
    }

    ObjectNode make(Constraints given, int depth) throws Unsatisfiable {
        Constraints constraints = given;
        Set<String> names = names(constraints, depth);
        for (int round = 0; round < 4; round++) {
            List<Part> dependent = dependent(constraints, names);
            if (dependent.isEmpty()) {
                break;
            }
            List<Part> all = new ArrayList<>(constraints.parts());
            all.addAll(dependent);
            constraints = values.constraints(all, depth);
            names.addAll(constraints.required());
            names.addAll(implied(constraints, names));
        }
        Set<String> required = closure(constraints, constraints.required());
        int most = constraints.atMost("maxProperties", Integer.MAX_VALUE);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : required) {
            object.set(name, values.value(constraints.property(name), depth + 1));
        }
        for (String name : names) {
            if (!object.has(name) && object.size() < most) {
                addOptional(object, name, constraints, depth);
            }
        }
        addUndeclared(object, constraints, most, depth);
        return object;
    }

    private Set<String> names(Constraints constraints, int depth) {
        Set<String> names = new LinkedHashSet<>(constraints.required());
        List<String> optional = new ArrayList<>(constraints.declared());
        optional.removeAll(names);
        java.util.Collections.shuffle(optional, random);
        int least = constraints.atLeast("minProperties");
        for (String name : optional) {
            boolean needed = names.size() < least || (values.isFlat() && names.isEmpty());
            if ((needed || values.wantsOptional(depth)) && !isForeign(constraints, name)) {
                names.add(name);
            }
        }
        return closure(constraints, names);
    }

    private boolean isForeign(Constraints constraints, String name) {
        try {
            return !values.constraints(constraints.property(name), 0).parts().stream()
                    .noneMatch(part -> part.schema().flag(direction.foreign()));
        } catch (Unsatisfiable e) {
            return false;
        }
    }

    private static Set<String> closure(Constraints constraints, Set<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        while (all.addAll(implied(constraints, all))) {
            // Until nothing is added.
        }
        return all;
    }

    /** What must be there because others are. */
    private static Set<String> implied(Constraints constraints, Set<String> names) {
        Set<String> implied = new LinkedHashSet<>();
        for (Part part : constraints.having("dependentRequired")) {
            names.forEach(name -> part.schema()
                    .json()
                    .path("dependentRequired")
                    .path(name)
                    .forEach(other -> implied.add(other.asText())));
        }
        return implied;
    }

    private static List<Part> dependent(Constraints constraints, Set<String> names) {
        List<Part> found = new ArrayList<>();
        for (Part part : constraints.having("dependentSchemas")) {
            Node dependent = part.schema().child("dependentSchemas");
            for (String name : names) {
                Part added = new Part(dependent.child(name), false);
                if (dependent.has(name) && !constraints.parts().contains(added)) {
                    found.add(added);
                }
            }
        }
        return found;
    }

    private void addOptional(ObjectNode object, String name, Constraints constraints, int depth) {
        try {
            JsonNode value = values.value(constraints.property(name), depth + 1);
            object.set(name, value);
        } catch (Unsatisfiable e) {
            // It is optional.
        }
    }

    private void addUndeclared(ObjectNode object, Constraints constraints, int most, int depth) throws Unsatisfiable {
        int least = constraints.atLeast("minProperties");
        boolean closed = constraints.parts().stream()
                .anyMatch(part -> part.schema().has("unevaluatedProperties")
                        || part.schema().json().path("additionalProperties").equals(BooleanNode.FALSE));
        boolean speaksOfThem = !constraints.having("additionalProperties").isEmpty()
                || !constraints.having("patternProperties").isEmpty();
        int wanted = speaksOfThem && !closed && values.wantsOptional(depth) && !values.isFlat() ? 2 : 0;
        for (int attempt = 0;
                attempt < 20 && (object.size() < least || wanted > 0) && object.size() < most;
                attempt++) {
            String name = newName(constraints, closed);
            wanted--;
            if (!object.has(name) && !name.isEmpty()) {
                addOptional(object, name, constraints, depth);
            }
        }
        if (object.size() < least) {
            throw new Unsatisfiable("fewer than " + least + " properties");
        }
    }

    private String newName(Constraints constraints, boolean closed) throws Unsatisfiable {
        for (Part part : constraints.having("propertyNames")) {
            JsonNode name = values.value(List.of(new Part(part.schema().child("propertyNames"), true)), 0);
            return name.asText();
        }
        for (Part part : constraints.having("patternProperties")) {
            List<String> patterns = part.schema().child("patternProperties").names();
            if (!patterns.isEmpty() && (closed || random.nextBoolean())) {
                return RegexStrings.of(patterns.get(random.nextInt(patterns.size())), random, 4);
            }
        }
        return "extra" + random.nextInt(1000);
    }
}
