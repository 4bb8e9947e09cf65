package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a file and where it stands. What is not there is a node too, whose JSON is missing.
 *
 * @param pointer JSON pointer (RFC 6901)
 */
record Node(URI file, String pointer, JsonNode json) {

    Node child(String name) {
        return new Node(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), json.path(name));
    }

    Node item(int index) {
        return new Node(file, pointer + "/" + index, json.path(index));
    }

    boolean exists() {
        return !json.isMissingNode();
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name, String otherwise) {
        return json.path(name).asText(otherwise);
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            items.add(item(i));
        }
        return items;
    }

    String place() {
        return file + "#" + pointer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && place().equals(node.place());
    }

    @Override
    public int hashCode() {
        return place().hashCode();
    }

    @Override
    public String toString() {
        String name = file.getPath();
        return name.substring(name.lastIndexOf('/') + 1) + "#" + pointer;
    }
}
