package dev.writ.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.codegen.Sources.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is referred to, wherever it stands, under names in the components of one document. Where a component may be referred
 * to, an address of the network stays as it is, for swagger-parser to ask, and so does one that text without a place refers
 * to; whatever else leads nowhere is a fault.
 */
final class References {
    private static final int MAX_REFERENCES = 100;

    private final Sources sources;
    private final Map<String, Map<JsonNode, String>> names = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Deque<Component> pending = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    /** What is to stand in the components under a name. */
    record Component(String kind, String name, Found found) {}

    References(Sources sources) {
        this.sources = sources;
    }

    /** What the first document has under a name, which it keeps. */
    void declare(String kind, String name, JsonNode node) {
        taken(kind).add(name);
        names(kind).put(node, name);
        pending.add(new Component(kind, name, new Found(node, sources.first())));
    }

    boolean isDeclared(String kind, String name) {
        return taken(kind).contains(name);
    }

    /** The next component that nobody has asked for yet. */
    Optional<Component> next() {
        return Optional.ofNullable(pending.poll());
    }

    /** Each with file and pointer. */
    List<String> faults() {
        return faults;
    }

    /** A reference to the same in the components. */
    String to(String kind, JsonNode owner, String reference, Source in) {
        Optional<Found> found = sources.find(reference, in);
        if (found.isEmpty()) {
            if (reference.startsWith("#") || (in.file().isPresent() && !reference.matches("https?:.*"))) {
                missing(owner, reference, in);
            }
            return reference;
        }
        String name = names(kind).computeIfAbsent(found.get().node(), node -> add(kind, name(reference), found.get()));
        return "#/components/" + kind + "/" + name;
    }

    /** What is at the end of the references that a node begins, or the node itself. */
    Found follow(JsonNode node, Source in) {
        Found at = new Found(node, in);
        for (int i = 0; at.node().path("$ref").isTextual(); i++) {
            String reference = at.node().path("$ref").textValue();
            Optional<Found> next = i < MAX_REFERENCES ? sources.find(reference, at.in()) : Optional.empty();
            if (next.isEmpty()) {
                missing(at.node(), reference, at.in());
                return at;
            }
            at = next.get();
        }
        return at;
    }

    private void missing(JsonNode owner, String reference, Source in) {
        fault(owner, "there is nothing at '" + reference + "'", in);
    }

    /** What is wrong with a node, as far as code is to be made from it. */
    void fault(JsonNode node, String problem, Source in) {
        faults.add(in.place(node) + ": " + problem);
    }

    private String add(String kind, String wanted, Found found) {
        String name = wanted;
        for (int i = 2; !taken(kind).add(name); i++) {
            name = wanted + i;
        }
        pending.add(new Component(kind, name, found));
        return name;
    }

    /** The last segment of the fragment, or else the file. */
    private static String name(String reference) {
        String plain = reference.replaceFirst("[#/]+$", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#')) + 1);
        String name = plain.contains("#") ? last : last.replaceFirst("(?<=.)\\.[A-Za-z]+$", "");
        return name.replaceAll("%[0-9A-Fa-f]{2}|~[01]|[^A-Za-z0-9._-]", "_");
    }

    private Map<JsonNode, String> names(String kind) {
        return names.computeIfAbsent(kind, any -> new IdentityHashMap<>());
    }

    private Set<String> taken(String kind) {
        return taken.computeIfAbsent(kind, any -> new HashSet<>());
    }
}
