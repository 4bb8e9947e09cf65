package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a form may be read as: the text of a field does not tell 5 from "5", nor one item from an array of it. */
final class FormReadings {
    private static final Set<String> OF_OBJECTS =
            Set.of("additionalProperties", "unevaluatedProperties", "maxProperties", "minProperties", "propertyNames");
    private static final Set<String> OF_FILES = Set.of("minLength", "maxLength", "minItems", "maxItems");

    private final SentForm valid;
    private final Spec.Media media;
    private final Node schema;
    private final Referee referee;

    FormReadings(SentForm valid, Spec.Media media, Node schema, Referee referee) {
        this.valid = valid;
        this.media = media;
        this.schema = schema;
        this.referee = referee;
    }

    /** Whether the form that says so must be refused; false also if a form has no room for what breaks it. */
    boolean mustBeRefused(Broken broken, SentForm sent) {
        String top = top(broken.pointer());
        boolean octets = sent.parts().stream()
                .filter(part -> top(part.pointer()).equals(top) && !top.isEmpty())
                .anyMatch(part -> part.kind() == FormKind.FILE || part.kind() == FormKind.OPAQUE);
        if (octets && (!OF_FILES.contains(broken.keyword()) || isWithinOpaque(sent, top))) {
            return false;
        }
        if (broken.pointer().isEmpty() && spreads() && OF_OBJECTS.contains(broken.keyword())) {
            return false;
        }
        String name = top.isEmpty() ? "" : top.substring(1).replace("~1", "/").replace("~0", "~");
        Spec.Encoding encoding = media.encodings().getOrDefault(name, Spec.Encoding.NONE);
        Broken inner = new Broken(
                broken.value().at(top), broken.pointer().substring(top.length()), broken.keyword(), "", false);
        if (encoding.style().map(style -> Readings.isLost(style, inner)).orElse(false)) {
            return false;
        }
        return readings(broken, sent, top).stream().noneMatch(value -> referee.accepts(schema, value));
    }

    /** The same without certainty, where the text may break something else first. */
    Broken told(Broken broken, SentForm sent) {
        String top = top(broken.pointer());
        boolean json =
                sent.parts().stream().anyMatch(part -> top(part.pointer()).equals(top) && part.kind() == FormKind.JSON);
        boolean structure = valid.value().at(broken.pointer()).isContainerNode()
                && !broken.pointer().isEmpty();
        if (json || !broken.keyword().equals("type")) {
            return broken;
        }
        boolean wrongType = referee.errors(schema, Readings.text(broken.value())).stream()
                .anyMatch(error -> "type".equals(error.getKeyword())
                        && error.getInstanceLocation().equals(broken.pointer()));
        return structure || !wrongType
                ? new Broken(broken.value(), broken.pointer(), broken.keyword(), broken.constraint(), false)
                : broken;
    }

    private boolean isWithinOpaque(SentForm sent, String top) {
        return sent.parts().stream()
                .anyMatch(part -> top(part.pointer()).equals(top) && part.kind() == FormKind.OPAQUE);
    }

    private boolean spreads() {
        return media.encodings().values().stream()
                .anyMatch(encoding -> encoding.style()
                        .filter(style -> style.explode() && style.style().equals("form"))
                        .isPresent());
    }

    private static List<JsonNode> readings(Broken broken, SentForm sent, String top) {
        JsonNode value = broken.value();
        List<JsonNode> readings = new ArrayList<>(List.of(value));
        Set<String> textual = new java.util.HashSet<>();
        sent.parts().stream()
                .filter(part -> part.kind() == FormKind.TEXT || part.kind() == FormKind.PARTS)
                .forEach(part -> textual.add(top(part.pointer())));
        for (boolean typed : new boolean[] {false, true}) {
            JsonNode other = value.deepCopy();
            for (String pointer : textual) {
                other = Json.with(other, pointer, Readings.mapped(other.at(pointer), typed));
            }
            readings.add(other);
        }
        if (textual.contains(top) && value instanceof ObjectNode) {
            JsonNode leaf = value.at(top);
            JsonNode place = value.at(broken.pointer());
            if (place.isValueNode()) {
                Readings.of(place).forEach(other -> readings.add(Json.with(value, broken.pointer(), other)));
            }
            for (JsonNode reading : Readings.of(leaf)) {
                readings.add(Json.with(value, top, reading));
                readings.add(Json.with(
                        value, top, JsonNodeFactory.instance.arrayNode().add(reading)));
                if (reading.isArray() && reading.size() == 1) {
                    readings.add(Json.with(value, top, reading.get(0)));
                }
            }
        }
        return readings;
    }

    /** The first token of a pointer. */
    static String top(String pointer) {
        int next = pointer.indexOf('/', 1);
        return next < 0 ? pointer : pointer.substring(0, next);
    }
}
