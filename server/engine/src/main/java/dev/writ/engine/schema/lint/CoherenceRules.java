package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.SchemaNode;
import java.util.Map;
import java.util.Set;

/** Whether the keywords of one schema go together (OpenAPI 3.0.3, section 4.7.24; 3.1, section 4.8.24). */
final class CoherenceRules {
    private static final Map<String, String> BOUNDS = Map.of(
            "minLength", "maxLength",
            "minItems", "maxItems",
            "minProperties", "maxProperties",
            "minimum", "maximum");

    private final Dialect dialect;
    private final Report report;

    CoherenceRules(Dialect dialect, Report report) {
        this.dialect = dialect;
        this.report = report;
    }

    void check(SchemaNode schema) {
        JsonNode node = schema.node();
        if (dialect == Dialect.OPENAPI_3_0 && node.has("$ref")) {
            return;
        }
        forbidden(schema);
        BOUNDS.forEach((least, most) -> bounds(schema, least, most));
        if (node.path("readOnly").asBoolean() && node.path("writeOnly").asBoolean()) {
            report.warn(
                    schema.place().child("writeOnly"),
                    "'readOnly' and 'writeOnly' are both true: the value belongs to neither requests nor responses");
        }
        if (dialect == Dialect.OPENAPI_3_0 && node.path("type").asText().equals("array") && !node.has("items")) {
            report.warn(schema.place(), "'items' is missing: OpenAPI 3.0 requires it of an array");
        }
    }

    /** Only what stands beside {@code additionalProperties} counts (JSON Schema 2020-12, section 10.3.2.3). */
    private void forbidden(SchemaNode schema) {
        JsonNode node = schema.node();
        JsonNode others = node.path("additionalProperties");
        if (!others.isBoolean() || others.booleanValue() || node.has("patternProperties")) {
            return;
        }
        for (int i = 0; i < node.path("required").size(); i++) {
            String name = node.get("required").get(i).asText();
            if (!node.path("properties").has(name)) {
                report.warn(
                        schema.place().child("required").child(Integer.toString(i)),
                        "no object is valid: '" + name + "' is required, but neither a property nor an additional one");
            }
        }
    }

    private void bounds(SchemaNode schema, String least, String most) {
        JsonNode from = schema.node().path(least);
        JsonNode to = schema.node().path(most);
        if (!from.isNumber() || !to.isNumber() || from.decimalValue().compareTo(to.decimalValue()) <= 0) {
            return;
        }
        String bounded = Keywords.appliesTo(least).orElseThrow();
        Set<String> types = KeywordRules.types(schema.node().path("type"));
        if (types.isEmpty() || types.contains(bounded)) {
            report.warn(
                    schema.place().child(least),
                    (isOnly(schema, types, bounded) ? "nothing" : "no " + bounded) + " is valid: '" + least
                            + "' is greater than '" + most + "'");
        }
    }

    private boolean isOnly(SchemaNode schema, Set<String> types, String type) {
        boolean nullable =
                dialect == Dialect.OPENAPI_3_0 && schema.node().path("nullable").asBoolean();
        return !nullable
                && !types.isEmpty()
                && types.stream().allMatch(one -> one.equals(type) || one.equals("integer"));
    }
}
