package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that one value must meet at once, as schemas free of {@code $ref}, {@code allOf} and choices: references are
 * followed, and of each oneOf, anyOf and if one way is taken.
 */
final class Conjunction {
    /**
     * One of those schemas.
     *
     * @param certain whether the value must meet it in any case, and not only because that way was taken
     */
    record Part(Node schema, boolean certain) {}

    /** Takes a way. */
    interface Choice {
        /** The branch of a oneOf or anyOf to take; those that are recursive may be avoided. */
        Node branch(List<Node> branches) throws Unsatisfiable;

        /** Whether to go the way of {@code then}. */
        boolean then(Node schema) throws Unsatisfiable;
    }

    private static final int MAX_PARTS = 500;

    private final SchemaSet schemas;
    private final Choice choice;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Node> seen = new LinkedHashSet<>();

    private Conjunction(SchemaSet schemas, Choice choice) {
        this.schemas = schemas;
        this.choice = choice;
    }

    static List<Part> of(List<Part> whole, SchemaSet schemas, Choice choice) throws Unsatisfiable {
        Conjunction conjunction = new Conjunction(schemas, choice);
        for (Part part : whole) {
            conjunction.add(part.schema(), part.certain());
        }
        return conjunction.parts;
    }

    private void add(Node schema, boolean certain) throws Unsatisfiable {
        if (!seen.add(schema) || (schema.json().isBoolean() && schema.json().asBoolean())) {
            return;
        }
        if (schema.json().isBoolean()) {
            throw new Unsatisfiable(schemas.origin(schema) + " allows nothing");
        }
        if (parts.size() > MAX_PARTS) {
            throw new Unsatisfiable("too many schemas at once");
        }
        parts.add(new Part(schema, certain));
        if (schema.json().path("$ref").isTextual()) {
            add(schemas.target(schema), certain);
        }
        for (Node member : schema.child("allOf").items()) {
            add(member, certain);
        }
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            List<Node> branches = schema.child(keyword).items();
            if (!branches.isEmpty()) {
                Node taken = choice.branch(branches);
                name(schema, taken);
                add(taken, certain && branches.size() == 1);
            }
        }
        if (schema.has("if") && (schema.has("then") || schema.has("else"))) {
            boolean then = choice.then(schema);
            if (then) {
                add(schema.child("if"), false);
            }
            Node consequence = schema.child(then ? "then" : "else");
            if (consequence.exists()) {
                add(consequence, false);
            }
        }
    }

    /** A branch that a discriminator names is taken under that name. */
    private void name(Node schema, Node branch) {
        JsonNode discriminator = schema.json().path("discriminator");
        if (!discriminator.isObject() || !branch.json().path("$ref").isTextual()) {
            return;
        }
        String target = branch.text("$ref", "");
        for (var entry : discriminator.path("mapping").properties()) {
            if (entry.getValue().asText().equals(target)) {
                parts.add(new Part(constant(schema, discriminator, entry.getKey()), false));
                return;
            }
        }
        String origin = schemas.origin(schemas.target(branch));
        parts.add(new Part(constant(schema, discriminator, origin.substring(origin.lastIndexOf('/') + 1)), false));
    }

    private static Node constant(Node schema, JsonNode discriminator, String name) {
        var json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        String property = discriminator.path("propertyName").asText();
        json.putObject("properties").putObject(property).put("const", name);
        json.putArray("required").add(property);
        return new Node(schema.file(), schema.pointer() + "/discriminator", json);
    }
}
