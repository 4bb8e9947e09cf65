package dev.writ.engine.schema.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.SchemaNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the members of a schema are keywords, their values what they must be, and whether they can say anything. */
final class KeywordRules {
    private static final int MAX_SHOWN = 60;
    private static final Set<String> BESIDE_REFERENCE = Set.of(
            "$ref", "description", "summary", "title", "example", "deprecated", "default", "xml", "externalDocs");

    private final Dialect dialect;
    private final Report report;

    KeywordRules(Dialect dialect, Report report) {
        this.dialect = dialect;
        this.report = report;
    }

    void check(SchemaNode schema) {
        if (schema.node().isBoolean()) {
            return;
        }
        if (!schema.node().isObject()) {
            report.fault(schema.place(), "must be an object, was " + shown(schema.node()));
            return;
        }
        boolean reference = (dialect == Dialect.OPENAPI_3_0 || dialect == Dialect.SWAGGER_2_0)
                && schema.node().has("$ref");
        Set<String> types = types(schema.node().path("type"));
        schema.node().properties().forEach(member -> {
            Place place = schema.place().child(member.getKey());
            if (reference) {
                besideReference(place, member.getKey());
            } else {
                keyword(place, member.getKey(), member.getValue(), types);
            }
        });
    }

    private void besideReference(Place place, String name) {
        if (!BESIDE_REFERENCE.contains(name) && Keywords.expected(dialect, name).isPresent()) {
            report.warn(place, "'" + name + "' means nothing beside a $ref in OpenAPI 3.0: put both into an allOf");
        }
    }

    private void keyword(Place place, String name, JsonNode value, Set<String> types) {
        Optional<Expected> expected = Keywords.expected(dialect, name);
        if (expected.isEmpty()) {
            unknown(place, name);
        } else if (!expected.get().fits(value)) {
            report.fault(place, "'" + name + "' must be " + expected.get().text() + ", was " + shown(value));
        } else {
            applies(place, name, types);
        }
    }

    private void unknown(Place place, String name) {
        if (name.startsWith("x-")) {
            return;
        }
        if (dialect == Dialect.OPENAPI_3_0 && Keywords.all(Dialect.OPENAPI_3_1).contains(name)) {
            report.warn(place, "'" + name + "' means nothing in OpenAPI 3.0");
        } else if (dialect == Dialect.OPENAPI_3_1 && name.equals("nullable")) {
            report.warn(place, "'nullable' means nothing in OpenAPI 3.1: add 'null' to the type");
        } else if (name.equals("dependencies") || name.equals("additionalItems")) {
            report.warn(place, "'" + name + "' is of an older JSON Schema, and means nothing here");
        } else {
            Spelling.nearest(name, Keywords.all(dialect))
                    .ifPresent(
                            known -> report.warn(place, "'" + name + "' is no keyword: '" + known + "' may be meant"));
        }
    }

    private void applies(Place place, String name, Set<String> types) {
        Optional<String> to = Keywords.appliesTo(name);
        if (to.isPresent() && !types.isEmpty() && !types.contains(to.get())) {
            report.warn(place, "'" + name + "' says nothing of a value that is no " + to.get());
        }
    }

    /** An integer is a number too. */
    static Set<String> types(JsonNode type) {
        Set<String> types = new HashSet<>();
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        if (types.contains("integer")) {
            types.add("number");
        }
        return types;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
