package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of a document as plain JSON Schema 2020-12 for one direction, each under a URI of its own: every
 * {@code $ref} is such a URI, the dialect of 3.0 is translated, and what does not travel this way is not required.
 */
final class SchemaSet {
    private final Library library;
    private final Direction direction;
    private final ForeignProperties foreign;
    private final Map<Node, String> uris = new HashMap<>();
    private final Map<Node, String> parents = new HashMap<>();
    private final Map<String, Node> origins = new HashMap<>();
    private final Map<String, JsonNode> translated = new HashMap<>();

    SchemaSet(Library library, Direction direction) {
        this.library = library;
        this.direction = direction;
        this.foreign = new ForeignProperties(library, direction);
    }

    Direction direction() {
        return direction;
    }

    /** The translation of a schema of the document. */
    Node of(Node schema) {
        String name = name(schema);
        return new Node(URI.create(name), "", get(name));
    }

    /** The schema of that URI. */
    JsonNode get(String name) {
        JsonNode known = translated.get(name);
        if (known == null) {
            Node origin = origins.get(name);
            if (origin == null) {
                throw new Unreadable("no such schema: " + name);
            }
            SwaggerSubtypes subtypes = new SwaggerSubtypes(library, origin);
            if (subtypes.isEmpty()) {
                known = translate(origin, Set.of());
            } else if (parents.containsValue(name)) {
                known = subtypes.named((ObjectNode) translate(origin, Set.of()));
            } else {
                known = subtypes.choice(parentName(origin), this::name);
            }
            translated.put(name, known);
        }
        return known;
    }

    /** What the {@code $ref} of a translated schema leads to. */
    Node target(Node schema) {
        String name = schema.text("$ref", "");
        return new Node(URI.create(name), "", get(name));
    }

    /** Where a translated schema stands in the document. */
    String origin(Node translatedSchema) {
        Node origin = origins.get(translatedSchema.file().toString());
        return origin + translatedSchema.pointer();
    }

    /** A parent of Swagger 2.0 as those see it that build on it. */
    private String parentName(Node schema) {
        return parents.computeIfAbsent(schema, node -> {
            String name = "schema:/" + direction + "/parent/" + parents.size();
            origins.put(name, node);
            return name;
        });
    }

    private String name(Node schema) {
        return uris.computeIfAbsent(schema, node -> {
            String name = "schema:/" + direction + "/" + uris.size();
            origins.put(name, node);
            return name;
        });
    }

    private JsonNode translate(Node schema, Set<String> foreignAround) {
        if (schema.json().isBoolean()) {
            return schema.json();
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        boolean reference = schema.json().path("$ref").isTextual();
        if (reference) {
            Node target = library.follow(schema);
            boolean part = schema.pointer().matches("/definitions/[^/]+/allOf/\\d+");
            boolean parent = part && !new SwaggerSubtypes(library, target).isEmpty();
            result.put("$ref", parent ? parentName(target) : name(target));
        }
        if (schema.json().path("$dynamicRef").isTextual()) {
            ObjectNode dynamic = JsonNodeFactory.instance.objectNode();
            dynamic.put("$ref", name(library.dynamic(schema.text("$dynamicRef", ""))));
            result.putArray("allOf").add(dynamic);
        }
        if (reference && library.is30()) {
            return result;
        }
        Set<String> names = new LinkedHashSet<>(foreignAround);
        this.foreign.collect(schema, names, new LinkedHashSet<>());
        for (String keyword : schema.names()) {
            if (!keyword.equals("$ref")
                    && (library.is30() ? Keywords.OF_30.contains(keyword) : !Keywords.NAMES.contains(keyword))) {
                copy(schema.child(keyword), keyword, names, result);
            }
        }
        if (library.isSwagger()) {
            Dialect20.mend(schema.json(), result);
        }
        if (library.is30()) {
            Dialect30.mend(result);
        }
        return result;
    }

    private void copy(Node value, String keyword, Set<String> foreign, ObjectNode into) {
        if (Keywords.ONE.contains(keyword)
                && (value.json().isObject() || value.json().isBoolean())) {
            into.set(keyword, translate(value, Set.of()));
        } else if (Keywords.LIST.contains(keyword)) {
            ArrayNode list = into.withArray("/" + keyword);
            value.items()
                    .forEach(item -> list.add(translate(item, keyword.equals("prefixItems") ? Set.of() : foreign)));
        } else if (Keywords.MAP.contains(keyword)) {
            ObjectNode map = into.putObject(keyword);
            value.names().forEach(name -> map.set(name, translate(value.child(name), Set.of())));
        } else if (keyword.equals("required") && value.json().isArray()) {
            ArrayNode required = into.putArray("required");
            value.json().forEach(name -> {
                if (!foreign.contains(name.asText())) {
                    required.add(name);
                }
            });
        } else if (keyword.equals("discriminator")) {
            into.set(keyword, discriminator(value));
        } else {
            into.set(keyword, value.json());
        }
    }

    /** With a mapping from values to URIs of schemas. */
    private JsonNode discriminator(Node value) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("propertyName", value.text("propertyName", ""));
        ObjectNode mapping = result.putObject("mapping");
        Node declared = value.child("mapping");
        for (String name : declared.names()) {
            String target = declared.text(name, "");
            String reference = target.matches("[\\w.-]+") ? "#/components/schemas/" + target : target;
            ObjectNode ref = JsonNodeFactory.instance.objectNode().put("$ref", reference);
            try {
                mapping.put(
                        name,
                        name(library.follow(
                                new Node(declared.file(), declared.child(name).pointer(), ref))));
            } catch (Unreadable | java.io.UncheckedIOException e) {
                mapping.put(name, target);
            }
        }
        return result;
    }

    /** How much structure a value must have at least, roughly. */
    int weight(Node schema, int depth) {
        if (depth > 5) {
            return 10;
        }
        if (schema.has("$ref")) {
            return 1 + weight(target(schema), depth + 1);
        }
        int all = schema.child("allOf").items().stream()
                .mapToInt(part -> weight(part, depth + 1))
                .sum();
        return all
                + 2 * schema.child("required").json().size()
                + schema.child("minItems").json().asInt();
    }
}
