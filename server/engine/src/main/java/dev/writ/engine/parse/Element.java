package dev.writ.engine.parse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writ.engine.http.PercentEncoding;
import dev.writ.engine.model.Document;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.Pointers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A node of a document. What is read of it is what has the right shape: {@link Structure} has reported the rest. A field
 * that is null is as good as absent.
 */
record Element(Reading reading, Document document, JsonNode node, String pointer) {
    private static final int MAX_REFERENCES = 100;

    Place place() {
        return new Place(document, pointer);
    }

    void fault(String message) {
        reading.report().fault(place(), message);
    }

    void warn(String message) {
        reading.report().warn(place(), message);
    }

    void warnOnce(String message) {
        reading.report().warnOnce(place(), message);
    }

    /** Whether the version of the contract has what came with that one. */
    boolean isFrom(Version version) {
        return reading.version().isFrom(version);
    }

    Optional<Element> child(String key) {
        JsonNode child = node.get(key);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(member(key, child));
    }

    private Element member(String key, JsonNode child) {
        return new Element(reading, document, child, Pointers.append(pointer, key));
    }

    /** The field, else this: where to report what is wrong with it. */
    Element at(String key) {
        return child(key).orElse(this);
    }

    Optional<String> text(String key) {
        return child(key).map(Element::node).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    boolean flag(String key, boolean fallback) {
        JsonNode flag = node.path(key);
        return flag.isBoolean() ? flag.booleanValue() : fallback;
    }

    /** The members of the object under {@code key} in order; none if there is no such key. */
    Map<String, Element> members(String key) {
        return child(key).map(Element::members).orElseGet(Map::of);
    }

    Map<String, Element> members() {
        Map<String, Element> members = new LinkedHashMap<>();
        forEachMember(members::put);
        return members;
    }

    void forEachMember(BiConsumer<String, Element> visitor) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            visitor.accept(entry.getKey(), member(entry.getKey(), entry.getValue()));
        }
    }

    /** The items of the array under {@code key}; none if there is no such key. */
    List<Element> items(String key) {
        return child(key).map(Element::items).orElseGet(List::of);
    }

    List<Element> items() {
        List<Element> items = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(new Element(reading, document, node.get(i), pointer + "/" + i));
        }
        return items;
    }

    /** A reference that is written in another way than by {@code $ref}: as the name of a field, for example. */
    Element asReference(String reference) {
        return new Element(
                reading, document, JsonNodeFactory.instance.objectNode().put("$ref", reference), pointer);
    }

    boolean isReference() {
        return node.has("$ref");
    }

    /** This, or what its {@code $ref} leads to in the end; empty if that is nowhere. */
    Optional<Element> resolved() {
        Element at = this;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            if (!at.isReference()) {
                return at.node.isObject() ? Optional.of(at) : Optional.empty();
            }
            Optional<Element> target = at.target(problem -> {});
            if (target.isEmpty()) {
                return target;
            }
            at = target.get();
        }
        return Optional.empty();
    }

    /** Why the chain of references that begins here has no end; empty if it has one, or breaks off. */
    Optional<String> endless() {
        Set<Place> seen = new HashSet<>();
        Element at = this;
        while (at.isReference()) {
            if (!seen.add(at.place())) {
                return Optional.of("the $ref leads round in a circle");
            }
            if (seen.size() > MAX_REFERENCES) {
                return Optional.of("the $ref leads on by more than " + MAX_REFERENCES + " others");
            }
            Optional<Element> target = at.target(problem -> {});
            if (target.isEmpty()) {
                return Optional.empty();
            }
            at = target.get();
        }
        return Optional.empty();
    }

    /** Where the {@code $ref} of this leads; empty if that is nowhere, and {@code complain} is told why. */
    Optional<Element> target(Consumer<String> complain) {
        JsonNode text = node.path("$ref");
        if (!text.isTextual()) {
            complain.accept("'$ref' must be a string");
            return Optional.empty();
        }
        String reference = text.asText();
        int hash = reference.indexOf('#');
        String address = hash < 0 ? reference : reference.substring(0, hash);
        Optional<Document> there = address.isEmpty() ? Optional.of(document) : document(address, complain);
        return there.flatMap(d -> {
            Optional<Element> found = pointed(d, hash < 0 ? "" : reference.substring(hash + 1));
            if (found.isEmpty()) {
                complain.accept("$ref '" + reference + "' leads nowhere");
            }
            return found;
        });
    }

    /** Where a pointer leads that is written as the fragment of a reference; empty if that is nowhere. */
    Optional<Element> pointed(Document there, String written) {
        return PercentEncoding.decodeWritten(written)
                .filter(fragment -> fragment.isEmpty() || fragment.startsWith("/"))
                .map(fragment -> new Element(reading, there, there.root().at(JsonPointer.compile(fragment)), fragment))
                .filter(element -> !element.node.isMissingNode());
    }

    /** The absolute URI without fragment of an address that is written here; empty if it is none. */
    Optional<URI> absolute(String address) {
        int hash = address.indexOf('#');
        try {
            return Optional.of(document.uri()
                    .resolve(encoded(hash < 0 ? address : address.substring(0, hash)))
                    .normalize());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Document> document(String address, Consumer<String> complain) {
        Optional<URI> absolute = absolute(address);
        if (absolute.isEmpty()) {
            complain.accept("$ref '" + node.path("$ref").asText() + "' is no URI");
            return Optional.empty();
        }
        URI uri = absolute.get();
        if (!Library.mayRefer(document.retrieved(), uri)) {
            complain.accept("$ref '" + address + "': a document of the network must not refer to this machine");
            return Optional.empty();
        }
        return reading.library().find(uri, problem -> complain.accept("$ref '" + address + "': " + problem));
    }

    /** Characters that a URI cannot have, such as braces in the name of a file, stand for themselves. */
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        address.chars()
                .forEach(c -> encoded.append(
                        c <= ' ' || "{}|^`\"<>\\".indexOf(c) >= 0
                                ? String.format("%%%02X", c)
                                : String.valueOf((char) c)));
        return encoded.toString();
    }
}
