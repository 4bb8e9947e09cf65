package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Schemas;
import java.util.regex.Pattern;

/** Whether the schemas are of a dialect that is known (JSON Schema 2020-12 Core, sections 8.1.1 and 8.1.2). */
final class DialectRules {
    /** Drafts whose schemas mean the same but for a few words, of which most are told by other rules. */
    private static final Pattern EARLIER =
            Pattern.compile("https?://json-schema\\.org/(draft-0[467]|draft/2019-09)/schema#?");

    private final Schemas schemas;
    private final Report report;

    DialectRules(Schemas schemas, Report report) {
        this.schemas = schemas;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode dialect = schema.node().path("$schema");
        if (schemas.dialect() != Dialect.OPENAPI_3_1 || !dialect.isTextual()) {
            return;
        }
        if (EARLIER.matcher(dialect.textValue()).matches()) {
            report.warn(
                    schema.place().child("$schema"),
                    "schemas of earlier drafts are read as JSON Schema 2020-12: what has changed since means what it"
                            + " means there");
        } else {
            schemas.unknown(dialect.textValue())
                    .ifPresent(why -> report.fault(schema.place().child("$schema"), why));
        }
    }
}
