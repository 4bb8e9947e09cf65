package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether references lead to schemas. */
final class References {
    private References() {}

    /** Where those of a schema lead; a reference that leads nowhere, or to no schema, is a fault. */
    static List<SchemaNode> of(SchemaNode schema, Schemas schemas, Report report) {
        List<SchemaNode> targets = new ArrayList<>();
        add("$ref", schema, schemas, report, targets);
        if (schemas.dialect() == Dialect.OPENAPI_3_1) {
            add("$dynamicRef", schema, schemas, report, targets);
        }
        return targets;
    }

    private static void add(
            String keyword, SchemaNode schema, Schemas schemas, Report report, List<SchemaNode> targets) {
        JsonNode reference = schema.node().path(keyword);
        if (!reference.isTextual()) {
            return;
        }
        Optional<SchemaNode> target = schemas.reference(schema, reference.textValue());
        if (target.isEmpty()) {
            report.fault(schema.place().child(keyword), keyword + " '" + reference.textValue() + "' leads nowhere");
        } else if (!target.get().node().isObject() && !target.get().node().isBoolean()) {
            report.fault(
                    schema.place().child(keyword),
                    keyword + " '" + reference.textValue() + "' leads to something that is no schema");
        } else {
            targets.add(target.get());
        }
    }
}
