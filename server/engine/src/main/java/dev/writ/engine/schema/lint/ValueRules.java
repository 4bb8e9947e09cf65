package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the values that a schema shows are what it says. What takes too long to tell is not told. */
final class ValueRules {
    private final Dialect dialect;
    private final SchemaCompiler compiler;
    private final Report report;

    ValueRules(Dialect dialect, SchemaCompiler compiler, Report report) {
        this.dialect = dialect;
        this.compiler = compiler;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode node = schema.node();
        if (!node.isObject() || (dialect == Dialect.OPENAPI_3_0 && node.has("$ref"))) {
            return;
        }
        value(schema, "default", schema.place().child("default"), node.get("default"));
        value(schema, "example", schema.place().child("example"), node.get("example"));
        if (dialect == Dialect.OPENAPI_3_1) {
            each(schema, "examples", "example");
        }
        each(schema, "enum", "value");
    }

    private void each(SchemaNode schema, String keyword, String noun) {
        JsonNode values = schema.node().path(keyword);
        for (int i = 0; i < values.size() && values.isArray(); i++) {
            value(schema, noun, schema.place().child(keyword).child(Integer.toString(i)), values.get(i));
        }
    }

    /** One that is right in either direction is right. */
    private void value(SchemaNode schema, String noun, Place place, @Nullable JsonNode value) {
        if (value == null || errors(schema, Direction.RESPONSE, value).isEmpty()) {
            return;
        }
        List<SchemaError> errors = errors(schema, Direction.REQUEST, value);
        if (!errors.isEmpty() && !errors.get(0).isLimit()) {
            report.warn(
                    place,
                    "the " + noun + " breaks its own schema: " + errors.get(0).message());
        }
    }

    private List<SchemaError> errors(SchemaNode schema, Direction direction, JsonNode value) {
        return compiler.compile(schema, direction).check(value.deepCopy()).errors();
    }
}
