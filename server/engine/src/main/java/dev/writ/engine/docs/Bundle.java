package dev.writ.engine.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Document;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A contract of several documents as one: those that the first refers to stand whole under its {@code x-documents}, and
 * references lead there. So whoever has the one has all, without a second request. A reference by {@code $anchor} or
 * {@code $id} into another document is left as it is.
 */
final class Bundle {
    private static final String DOCUMENTS = "x-documents";
    private static final String REQUIREMENT = "security[]";
    /** Below these, names are free, so that one of a value's names may be a schema's. */
    private static final Set<String> NAMED = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
            "schemas",
            "examples",
            "responses",
            "headers",
            "links",
            "callbacks",
            "parameters",
            "requestBodies",
            "securitySchemes",
            "encoding",
            "paths",
            "pathItems",
            "webhooks",
            "mediaTypes");
    /** Values, in which {@code $ref} is a text like any other. */
    private static final Set<String> VALUES = Set.of("example", "default", "enum", "const", "value", "dataValue");

    private final Contract contract;
    private final Map<Document, String> keys = new LinkedHashMap<>();
    private final Deque<Document> waiting = new ArrayDeque<>();

    private Bundle(Contract contract) {
        this.contract = contract;
    }

    /** The whole contract; empty if it is one document. */
    static Optional<JsonNode> of(Contract contract) {
        Bundle bundle = new Bundle(contract);
        bundle.written();
        // Where links lead is known when all documents are: those that nothing else leads to are no part of the
        // contract.
        return bundle.keys.isEmpty() ? Optional.empty() : bundle.written();
    }

    private Optional<JsonNode> written() {
        waiting.addAll(keys.keySet());
        JsonNode first = rewritten(contract.document().root(), contract.document(), "");
        if (!(first instanceof ObjectNode root)) {
            return Optional.empty();
        }
        ObjectNode others = root.putObject(DOCUMENTS);
        while (!waiting.isEmpty()) {
            Document next = waiting.removeFirst();
            others.set(key(next), rewritten(next.root(), next, ""));
        }
        return Optional.of(root);
    }

    /** A copy; {@code parent} is the name of the member that {@code node} is the value of. */
    private JsonNode rewritten(JsonNode node, Document document, String parent) {
        if (node instanceof ArrayNode items) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> copy.add(rewritten(item, document, parent.equals("security") ? REQUIREMENT : "")));
            return copy;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            boolean reference =
                    value.isTextual() && (name.equals("$ref") || parent.equals("mapping") || isDefault(name, parent));
            boolean link = value.isTextual() && name.equals("operationRef") && !NAMED.contains(parent);
            boolean opaque = VALUES.contains(name) && !NAMED.contains(parent);
            if (parent.equals(REQUIREMENT)) {
                copy.set(scheme(name, document), value);
            } else if (reference || link) {
                copy.set(
                        name,
                        reference(value.asText(), document, link)
                                .<JsonNode>map(TextNode::valueOf)
                                .orElse(value));
            } else {
                copy.set(name, opaque ? value : rewritten(value, document, name));
            }
        });
        return copy;
    }

    private static boolean isDefault(String name, String parent) {
        return name.equals("defaultMapping") && parent.equals("discriminator");
    }

    /** The name of a scheme, or where the URI of one leads (OpenAPI 3.2, section 4.30). */
    private String scheme(String name, Document document) {
        boolean declared = contract.document()
                .root()
                .path("components")
                .path("securitySchemes")
                .has(name);
        return declared ? name : reference(name, document, false).orElse(name);
    }

    /**
     * Where a reference leads in the bundle; empty if it stays as it is.
     *
     * @param link whether it leads into documents that are here already, and to no others
     */
    private Optional<String> reference(String text, Document from, boolean link) {
        int hash = text.indexOf('#');
        String address = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        boolean pointer = fragment.isEmpty() || fragment.startsWith("/");
        boolean name = hash < 0 && text.indexOf('.') < 0 && text.indexOf('/') < 0;
        if (!pointer || name) {
            return Optional.empty();
        }
        return target(address, from, link)
                .map(to -> to == contract.document() ? "#" + fragment : "#/" + DOCUMENTS + "/" + key(to) + fragment);
    }

    private Optional<Document> target(String address, Document from, boolean link) {
        if (address.isEmpty()) {
            return Optional.of(from);
        }
        try {
            URI uri = from.uri().resolve(address).normalize();
            if (link) {
                return Stream.concat(Stream.of(contract.document()), keys.keySet().stream())
                        .filter(document -> document.uri().equals(uri)
                                || document.retrieved().equals(uri))
                        .findFirst();
            }
            boolean outward = isRemote(from.retrieved()) && !isRemote(uri);
            return outward ? Optional.empty() : contract.documents().find(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a document of the network says must not lead to what is on this machine. */
    private static boolean isRemote(URI uri) {
        return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    }

    private String key(Document document) {
        return keys.computeIfAbsent(document, first -> {
            waiting.add(document);
            String plain = document.name().replaceAll("[^A-Za-z0-9._-]", ".");
            return keys.containsValue(plain) ? plain + "." + keys.size() : plain;
        });
    }
}
