package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a document and what their references lead to: files, pointers and, in 3.1, {@code $id} and {@code $anchor}. */
final class Library {
    private final Map<URI, JsonNode> files = new HashMap<>();
    private final Map<String, Node> identified = new HashMap<>();
    private final Set<URI> withIds = new LinkedHashSet<>();
    private final Map<Node, Node> followed = new HashMap<>();
    private final Node root;
    private final boolean version30;
    private final boolean version32;
    private final Map<URI, URI> selves = new HashMap<>();

    Library(Path file) {
        // Without an authority, as resolving against it leaves it.
        URI uri = URI.create("file:" + file.toAbsolutePath().normalize().toUri().getRawPath());
        root = new Node(uri, "", load(uri));
        version30 = isSwagger() || root.text("openapi", "").startsWith("3.0");
        version32 = root.text("openapi", "").startsWith("3.2");
    }

    Node root() {
        return root;
    }

    boolean isSwagger() {
        return root.has("swagger");
    }

    /** Whether the dialect of schemas is that of OpenAPI 3.0, or that of Swagger 2.0, which is a part of it. */
    boolean is30() {
        return version30;
    }

    /** Whether documents have names of their own, among other things. */
    boolean is32() {
        return version32;
    }

    /** What a URI in the first document names. */
    Node named(String uri) {
        return resolve(find(base(root).resolve(uri)));
    }

    /** The node itself or, if it is a reference, what that leads to in the end. */
    Node resolve(Node node) {
        Set<Node> seen = new LinkedHashSet<>();
        Node at = node;
        while (at.json().path("$ref").isTextual()) {
            if (!seen.add(at)) {
                throw new Unreadable("a circle of references: " + seen);
            }
            at = follow(at);
        }
        return at;
    }

    /** What the {@code $ref} of a node names. */
    Node follow(Node node) {
        Node known = followed.get(node);
        if (known != null) {
            return known;
        }
        String reference = node.text("$ref", "");
        URI target;
        try {
            target = base(node).resolve(reference);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("no URI: " + reference);
        }
        Node found = find(target);
        if (!found.exists()) {
            throw new Unreadable(node + " refers to " + reference + ", which is not there");
        }
        followed.put(node, found);
        return found;
    }

    /** The one schema that a {@code $dynamicRef} can lead to; what depends on the way there is not read. */
    Node dynamic(String reference) {
        String anchor = reference.substring(reference.indexOf('#'));
        List<Node> candidates = identified.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith(anchor) && entry.getValue().has("$dynamicAnchor"))
                .map(Map.Entry::getValue)
                .toList();
        if (candidates.size() != 1) {
            throw new Unreadable("$dynamicRef " + reference + " leads to " + candidates.size() + " places");
        }
        return candidates.get(0);
    }

    private Node find(URI target) {
        String text = target.toString();
        int hash = text.indexOf('#');
        String document = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : decode(text.substring(hash + 1));
        Node start = identified.get(document);
        if (start == null) {
            URI uri = URI.create(document);
            URI file = file(uri);
            if (!file.equals(uri)) {
                selves.putIfAbsent(file, uri);
            }
            start = new Node(file, "", load(file));
        }
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            Node anchored = identified.get(document + "#" + fragment);
            return anchored == null ? start.child("#" + fragment) : anchored;
        }
        Node at = start;
        for (String token :
                fragment.isEmpty() ? new String[0] : fragment.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            at = at.json().isArray() && name.matches("\\d{1,6}") ? at.item(Integer.parseInt(name)) : at.child(name);
        }
        return at;
    }

    private static String decode(String fragment) {
        return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What a document that names itself has beside it is beside its file. */
    private URI file(URI uri) {
        for (Map.Entry<URI, URI> self : selves.entrySet()) {
            URI relative = self.getValue().resolve(".").relativize(uri);
            if (!relative.isAbsolute() && !"file".equals(uri.getScheme())) {
                return self.getKey().resolve(relative);
            }
        }
        return uri;
    }

    private URI base(Node node) {
        URI base = selves.getOrDefault(node.file(), node.file());
        if (!withIds.contains(node.file())) {
            return base;
        }
        JsonNode at = files.getOrDefault(node.file(), MissingNode.getInstance());
        String[] tokens = node.pointer().split("/", -1);
        for (int i = 0; i < tokens.length; i++) {
            String name = tokens[i].replace("~1", "/").replace("~0", "~");
            if (i > 0) {
                at = at.isArray() ? at.path(Integer.parseInt(name)) : at.path(name);
            }
            base = identity(at, base);
        }
        return base;
    }

    private JsonNode load(URI file) {
        JsonNode known = files.get(file);
        if (known != null) {
            return known;
        }
        if (!"file".equals(file.getScheme())) {
            throw new Unreadable("not a file: " + file);
        }
        JsonNode read = Texts.read(Path.of(file));
        files.put(file, read);
        Node document = new Node(file, "", read);
        if (document.text("openapi", "").startsWith("3.2") && document.has("$self")) {
            URI self = selves.getOrDefault(file, file).resolve(document.text("$self", ""));
            selves.put(file, self);
            identified.put(self.toString(), document);
        }
        index(document, selves.getOrDefault(file, file));
        return read;
    }

    /** Notes every {@code $id} and {@code $anchor}. */
    private void index(Node node, URI base) {
        if (node.json().isObject()) {
            URI inner = identity(node.json(), base);
            if (node.json().path("$id").isTextual()) {
                withIds.add(node.file());
                identified.put(inner.toString(), node);
            }
            for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
                if (node.json().path(keyword).isTextual()) {
                    identified.put(inner + "#" + node.text(keyword, ""), node);
                }
            }
            for (String name : node.names()) {
                index(node.child(name), inner);
            }
        } else {
            for (Node item : node.items()) {
                index(item, base);
            }
        }
    }

    private static URI identity(JsonNode node, URI base) {
        try {
            return node.path("$id").isTextual()
                    ? base.resolve(node.path("$id").asText().replaceAll("#$", ""))
                    : base;
        } catch (IllegalArgumentException e) {
            return base;
        }
    }
}
