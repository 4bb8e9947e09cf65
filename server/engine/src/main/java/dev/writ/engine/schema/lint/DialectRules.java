package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;

/** Whether the schemas are of a dialect that is known (JSON Schema 2020-12 Core, sections 8.1.1 and 8.1.2). */
final class DialectRules {
    private final Schemas schemas;
    private final Report report;

    DialectRules(Schemas schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode dialect = schema.node().path("$schema");
        if (schemas.dialect() == Dialect.OPENAPI_3_1 && dialect.isTextual()) {
            schemas.unknown(dialect.textValue())
                    .ifPresent(why -> report.fault(schema.place().child("$schema"), why));
        }
    }
}
