package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import java.util.List;

/**
 * Whether {@code nullable} lets null in: it adds to the {@code type} beside it and to nothing else (OpenAPI 3.0.4, section
 * 4.7.24.1).
 */
final class NullableRules {
    private final Dialect dialect;
    private final SchemaCompiler compiler;
    private final Report report;

    NullableRules(Dialect dialect, SchemaCompiler compiler, Report report) {
        this.dialect = dialect;
        this.compiler = compiler;
        this.report = report;
    }

    void check(SchemaNode schema) {
        if (dialect != Dialect.OPENAPI_3_0
                || schema.node().has("$ref")
                || !schema.node().path("nullable").asBoolean()) {
            return;
        }
        boolean typed = schema.node().has("type");
        List<SchemaError> errors = compiler.compile(schema, Direction.REQUEST)
                .check(NullNode.getInstance())
                .errors();
        boolean told = errors.isEmpty() || !errors.get(0).isLimit();
        if (told && (!typed || !errors.isEmpty())) {
            String name = schema.node().has("x-nullable") ? "x-nullable" : "nullable";
            report.warn(
                    schema.place().child(name),
                    "'" + name + "' has no effect" + (typed ? "" : " without a 'type' beside it") + ": "
                            + (errors.isEmpty()
                                    ? "this schema lets null in anyway"
                                    : "null is not valid: " + errors.get(0).message()));
        }
    }
}
