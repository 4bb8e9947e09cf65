package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Objects that break a keyword of objects. */
final class BreakingObjects {
    static final String UNKNOWN = "zzUnknown";
    private static final int MANY = 200;

    private BreakingObjects() {}

    static List<JsonNode> of(String keyword, JsonNode argument, ObjectNode value) {
        return switch (keyword) {
            case "required" -> without(argument, value);
            case "dependentRequired" -> {
                List<JsonNode> broken = new ArrayList<>();
                argument.properties().forEach(entry -> {
                    if (value.has(entry.getKey())) {
                        broken.addAll(without(entry.getValue(), value));
                    }
                });
                yield broken;
            }
            case "additionalProperties", "unevaluatedProperties" ->
                argument.isBoolean() && !argument.asBoolean() ? List.of(with(value, UNKNOWN)) : List.of();
            case "propertyNames" ->
                List.of(with(value, ""), with(value, "no such name!"), with(value, "x".repeat(300)));
            case "minProperties" -> fewer(argument.asInt(), value);
            case "maxProperties" -> more(argument.asInt(), value);
            default -> List.of();
        };
    }

    private static List<JsonNode> without(JsonNode names, ObjectNode value) {
        List<JsonNode> broken = new ArrayList<>();
        for (JsonNode name : names) {
            if (value.has(name.asText())) {
                broken.add(value.deepCopy().without(name.asText()));
            }
        }
        return broken;
    }

    private static ObjectNode with(ObjectNode value, String name) {
        return value.deepCopy().put(name, "unknown");
    }

    private static List<JsonNode> fewer(int least, ObjectNode value) {
        ObjectNode broken = value.deepCopy();
        Iterator<String> names = value.fieldNames();
        while (broken.size() >= least && names.hasNext()) {
            broken.remove(names.next());
        }
        return broken.size() < least ? List.of(broken) : List.of();
    }

    private static List<JsonNode> more(int most, ObjectNode value) {
        ObjectNode broken = value.deepCopy();
        for (int i = 0; most < MANY && broken.size() <= most; i++) {
            broken.put(UNKNOWN + i, i);
        }
        return broken.size() > most ? List.of(broken) : List.of();
    }
}
