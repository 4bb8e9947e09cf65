package dev.writ.engine.parse;

import com.fasterxml.jackson.databind.JsonNode;

/** What must hold wherever it stands in the document: every reference leads somewhere. */
final class SchemaRules {
    private SchemaRules() {}

    static void check(Element root) {
        visit(root);
    }

    private static void visit(Element element) {
        JsonNode node = element.node();
        if (node.isObject()) {
            JsonNode reference = node.get("$ref");
            if (reference != null && reference.isTextual()) {
                element.resolved();
            }
            node.fieldNames().forEachRemaining(name -> {
                if (!name.equals("example") && !name.equals("value") && !name.startsWith("x-")) {
                    element.child(name).ifPresent(SchemaRules::visit);
                }
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(new Element(element.tree(), element.faults(), node.get(i), element.pointer() + "/" + i));
        }
    }
}
