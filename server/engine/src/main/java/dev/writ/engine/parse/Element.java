package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of the document, with its place: what is read of it, and what is reported about it. */
record Element(SourceTree tree, Faults faults, JsonNode node, String pointer) {
    private static final int MAX_REFERENCES = 100;

    Place place() {
        return new Place(tree.document(), pointer);
    }

    SourceLocation location() {
        return tree.locate(pointer);
    }

    void fault(String message) {
        faults.add(location(), message);
    }

    Optional<Element> child(String key) {
        JsonNode child = node.get(key);
        return child == null
                ? Optional.empty()
                : Optional.of(new Element(tree, faults, child, Pointers.append(pointer, key)));
    }

    /** The text under {@code key}; missing or something else is a fault, and answered with an empty text. */
    String requiredText(String key) {
        Optional<Element> child = child(key);
        if (child.isEmpty()) {
            fault("'" + key + "' is missing");
            return "";
        }
        return child.get().text();
    }

    String text() {
        if (!node.isTextual()) {
            fault("must be a string");
        }
        return node.asText();
    }

    boolean flag(String key) {
        Optional<Element> child = child(key);
        child.filter(c -> !c.node.isBoolean()).ifPresent(c -> c.fault("must be true or false"));
        return child.map(c -> c.node.asBoolean()).orElse(false);
    }

    /** The members of the object under {@code key} in order; none if there is no such key. */
    Map<String, Element> members(String key) {
        return child(key).map(Element::members).orElseGet(Map::of);
    }

    Map<String, Element> members() {
        if (!node.isObject()) {
            fault("must be an object");
        }
        Map<String, Element> members = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> child(name).ifPresent(child -> members.put(name, child)));
        return members;
    }

    /** The items of the array under {@code key}; none if there is no such key. */
    List<Element> items(String key) {
        return child(key).map(Element::items).orElseGet(List::of);
    }

    List<Element> items() {
        if (!node.isArray()) {
            fault("must be an array");
            return List.of();
        }
        List<Element> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Element(tree, faults, node.get(i), pointer + "/" + i));
        }
        return items;
    }

    /** This, or what its {@code $ref} leads to; empty, and a fault, if that is nowhere. */
    Optional<Element> resolved() {
        Element at = this;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            if (!at.node.has("$ref")) {
                return Optional.of(at);
            }
            Optional<Element> target = at.target();
            if (target.isEmpty()) {
                return target;
            }
            at = target.get();
        }
        fault("the $ref leads round in a circle");
        return Optional.empty();
    }

    /** Where the {@code $ref} of this leads; empty, and a fault, if that is nowhere. */
    Optional<Element> target() {
        JsonNode text = node.path("$ref");
        if (!text.isTextual()) {
            fault("'$ref' must be a string");
            return Optional.empty();
        }
        String reference = text.asText();
        if (!reference.startsWith("#")) {
            fault("$ref '" + reference + "': references to other documents are not supported");
            return Optional.empty();
        }
        String target = PercentEncoding.decodeWritten(reference.substring(1)).orElse("nowhere");
        JsonNode found =
                target.isEmpty() || target.startsWith("/") ? tree.root().at(target) : null;
        if (found == null || found.isMissingNode()) {
            fault("$ref '" + reference + "' leads nowhere");
            return Optional.empty();
        }
        return Optional.of(new Element(tree, faults, found, target));
    }
}
