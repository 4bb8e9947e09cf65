package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.pattern.EcmaPattern;

/** Whether patterns are regular expressions, and what they cost. */
final class PatternRules {
    private final Dialect dialect;
    private final Report report;

    PatternRules(Dialect dialect, Report report) {
        this.dialect = dialect;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode pattern = schema.node().path("pattern");
        if (pattern.isTextual()) {
            check(schema.place().child("pattern"), pattern.textValue());
        }
        if (dialect == Dialect.OPENAPI_3_1) {
            Place patterns = schema.place().child("patternProperties");
            schema.node()
                    .path("patternProperties")
                    .fieldNames()
                    .forEachRemaining(regex -> check(patterns.child(regex), regex));
        }
    }

    private void check(Place place, String regex) {
        try {
            if (!EcmaPattern.compile(regex).isLinear()) {
                report.warn(
                        place,
                        "'" + regex
                                + "' cannot be matched in linear time: values for which it takes too long are refused");
            }
        } catch (IllegalArgumentException e) {
            report.fault(place, String.valueOf(e.getMessage()));
        }
    }
}
