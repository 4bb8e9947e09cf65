package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Properties that do not travel in a direction, in values that people wrote. */
final class Foreign {
    private Foreign() {}

    /** Whether a value has a member of a name that any schema reached from here marks so. */
    static boolean isIn(JsonNode value, Node schema, SchemaSet schemas) {
        Set<String> names = new HashSet<>();
        collect(schema, schemas, names, new HashSet<>());
        return names.stream().anyMatch(name -> value.findValue(name) != null);
    }

    private static void collect(Node node, SchemaSet schemas, Set<String> names, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node.json().path("$ref").isTextual()) {
            collect(schemas.target(node), schemas, names, seen);
        }
        node.child("properties").names().stream()
                .filter(name -> leadsTo(node.child("properties").child(name), schemas, new HashSet<>()))
                .forEach(names::add);
        for (String keyword : node.names()) {
            Node child = node.child(keyword);
            if (Keywords.ONE.contains(keyword)) {
                collect(child, schemas, names, seen);
            } else if (Keywords.LIST.contains(keyword)) {
                child.items().forEach(item -> collect(item, schemas, names, seen));
            } else if (Keywords.MAP.contains(keyword)) {
                child.names().forEach(name -> collect(child.child(name), schemas, names, seen));
            }
        }
    }

    private static boolean leadsTo(Node node, SchemaSet schemas, Set<Node> seen) {
        if (!seen.add(node) || !node.json().isObject()) {
            return false;
        }
        return node.flag(schemas.direction().foreign())
                || (node.json().path("$ref").isTextual() && leadsTo(schemas.target(node), schemas, seen))
                || node.child("allOf").items().stream().anyMatch(part -> leadsTo(part, schemas, seen));
    }
}
