package dev.writ.engine.schema.lint;

import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.schema.Subschemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds schemas that lead back to themselves without going deeper into the value: to check one would never end. */
final class EndlessSchemas {
    /** Keywords whose schemas are applied to the same value. */
    private static final Set<String> IN_PLACE =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

    private final Schemas schemas;
    private final Report report;
    private final Set<Place> known = new HashSet<>();
    private final Set<Place> open = new HashSet<>();

    EndlessSchemas(Schemas schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
    }

    /** Tells one schema of each circle. */
    void check(List<SchemaNode> all) {
        all.forEach(this::visit);
    }

    private void visit(SchemaNode schema) {
        if (open.contains(schema.place())) {
            report.fault(schema.place(), "it contains itself without end");
            return;
        }
        if (!schema.node().isObject() || !known.add(schema.place())) {
            return;
        }
        open.add(schema.place());
        besides(schema).forEach(this::visit);
        open.remove(schema.place());
    }

    private List<SchemaNode> besides(SchemaNode schema) {
        List<SchemaNode> nodes = new ArrayList<>();
        boolean reference = schema.node().path("$ref").isTextual();
        if (reference) {
            schemas.reference(schema, schema.node().get("$ref").textValue()).ifPresent(nodes::add);
        }
        if (!reference || schemas.dialect() == Dialect.OPENAPI_3_1) {
            int depth = schema.pointer().length() + 1;
            Subschemas.of(schema, child -> {
                String rest = child.pointer().substring(depth);
                int slash = rest.indexOf('/');
                if (IN_PLACE.contains(slash < 0 ? rest : rest.substring(0, slash))) {
                    nodes.add(child);
                }
            });
        }
        return nodes;
    }
}
