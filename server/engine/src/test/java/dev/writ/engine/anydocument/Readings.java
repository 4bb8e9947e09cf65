package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the text of a parameter may be read as: text does not tell 5 from "5", nor one item from an array of it. */
final class Readings {
    private Readings() {}

    /** Whether a schema allows any of them. */
    static boolean anyValid(Broken broken, Node schema, Referee referee) {
        JsonNode value = broken.value();
        List<JsonNode> readings = new ArrayList<>(of(value));
        JsonNode leaf = value.at(broken.pointer());
        if (leaf.isValueNode()) {
            of(leaf).forEach(other -> readings.add(Json.with(value, broken.pointer(), other)));
        }
        if (!value.isContainerNode()) {
            of(value)
                    .forEach(reading ->
                            readings.add(JsonNodeFactory.instance.arrayNode().add(reading)));
        } else if (value.isArray() && value.size() == 1) {
            readings.addAll(of(value.get(0)));
        }
        return readings.stream().anyMatch(reading -> referee.accepts(schema, reading));
    }

    /** The text of a number is a string of the right type that breaks something else; a scalar may be none of an object's style. */
    static Broken certain(Broken broken, JsonNode before, Node schema, Referee referee) {
        boolean wrongType = referee.errors(schema, text(broken.value())).stream()
                .anyMatch(error -> "type".equals(error.getKeyword())
                        && error.getInstanceLocation().equals(broken.pointer()));
        boolean noneOfStyle = broken.pointer().isEmpty() && !before.isValueNode();
        return broken.keyword().equals("type") && (noneOfStyle || !wrongType)
                ? new Broken(broken.value(), broken.pointer(), broken.keyword(), broken.constraint(), false)
                : broken;
    }

    /** Whether the style has no room for what breaks the value. */
    static boolean isLost(Spec.Parameter parameter, Broken broken) {
        boolean spread = parameter.explode() && parameter.style().equals("form");
        boolean ofObject = List.of("additionalProperties", "unevaluatedProperties", "maxProperties", "propertyNames")
                .contains(broken.keyword());
        boolean wholeType = broken.pointer().isEmpty() && broken.keyword().equals("type");
        return (spread && ofObject) || (wholeType && broken.value().isContainerNode());
    }

    /** The value with every scalar as text. */
    static JsonNode text(JsonNode value) {
        return mapped(value, false);
    }

    static List<JsonNode> of(JsonNode value) {
        return List.of(value, mapped(value, false), mapped(value, true));
    }

    static JsonNode mapped(JsonNode value, boolean typed) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(mapped(item, typed)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), mapped(member.getValue(), typed)));
            return object;
        }
        String text = value.asText();
        if (typed && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        if (typed && text.matches("-?(0|[1-9]\\d{0,40})(\\.\\d{1,40})?")) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
