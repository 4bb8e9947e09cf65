package dev.writ.engine.schema.lint;

import dev.writ.engine.model.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keywords of the dialects, and what their values must be. */
final class Keywords {
    private static final Map<String, Expected> OF_3_1 = new HashMap<>();
    private static final Map<String, Expected> OF_3_0 = new HashMap<>();
    /** As they are given here: converted to those of OpenAPI 3.0. */
    private static final Map<String, Expected> OF_2_0;

    private static final Map<String, String> APPLIES_TO = new HashMap<>();

    static {
        both(Expected.TEXT, "$ref", "title", "description", "format", "pattern");
        both(Expected.FLAG, "uniqueItems", "readOnly", "writeOnly", "deprecated");
        both(Expected.COUNT, "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties");
        both(Expected.NUMBER, "maximum", "minimum");
        both(Expected.POSITIVE, "multipleOf");
        both(Expected.NAMES, "required");
        both(Expected.VALUES, "enum");
        both(Expected.ANY, "default", "example");
        both(Expected.OBJECT, "discriminator", "xml", "externalDocs");

        in31(Expected.TEXT, "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment");
        in31(Expected.TEXT, "contentEncoding", "contentMediaType");
        in31(Expected.OBJECT, "$vocabulary");
        in31(Expected.TYPES, "type");
        in31(Expected.NUMBER, "exclusiveMaximum", "exclusiveMinimum");
        in31(Expected.COUNT, "maxContains", "minContains");
        in31(Expected.NAME_LISTS, "dependentRequired");
        in31(Expected.LIST, "examples");
        in31(Expected.ANY, "const");
        in31(
                Expected.SCHEMA,
                "items",
                "contains",
                "additionalProperties",
                "propertyNames",
                "not",
                "if",
                "then",
                "else");
        in31(Expected.SCHEMA, "unevaluatedItems", "unevaluatedProperties", "contentSchema");
        in31(Expected.SCHEMAS, "allOf", "anyOf", "oneOf", "prefixItems");
        in31(Expected.SCHEMA_MAP, "properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

        in30(Expected.TYPE, "type");
        in30(Expected.FLAG, "exclusiveMaximum", "exclusiveMinimum", "nullable");
        in30(Expected.SCHEMA, "additionalProperties");
        in30(Expected.SCHEMA_OBJECT, "items", "not");
        in30(Expected.SCHEMA_OBJECTS, "allOf", "anyOf", "oneOf");
        in30(Expected.SCHEMA_OBJECT_MAP, "properties");

        OF_2_0 = new HashMap<>(OF_3_0);
        OF_2_0.put("type", Expected.TYPES);

        applies("string", "maxLength", "minLength", "pattern", "contentEncoding", "contentMediaType");
        applies("number", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf");
        applies("array", "items", "prefixItems", "contains", "maxItems", "minItems", "uniqueItems", "unevaluatedItems");
        applies("object", "properties", "patternProperties", "additionalProperties", "propertyNames", "required");
        applies("object", "maxProperties", "minProperties", "dependentRequired", "dependentSchemas");
        applies("object", "unevaluatedProperties");
    }

    private Keywords() {}

    /** Empty if the dialect has no such keyword. */
    static Optional<Expected> expected(Dialect dialect, String keyword) {
        return Optional.ofNullable(of(dialect).get(keyword));
    }

    static Set<String> all(Dialect dialect) {
        return of(dialect).keySet();
    }

    private static Map<String, Expected> of(Dialect dialect) {
        return switch (dialect) {
            case SWAGGER_2_0 -> OF_2_0;
            case OPENAPI_3_0 -> OF_3_0;
            case OPENAPI_3_1 -> OF_3_1;
        };
    }

    /** The only type of values that the keyword says anything of. */
    static Optional<String> appliesTo(String keyword) {
        return Optional.ofNullable(APPLIES_TO.get(keyword));
    }

    private static void both(Expected expected, String... names) {
        in31(expected, names);
        in30(expected, names);
    }

    private static void in31(Expected expected, String... names) {
        for (String name : names) {
            OF_3_1.put(name, expected);
        }
    }

    private static void in30(Expected expected, String... names) {
        for (String name : names) {
            OF_3_0.put(name, expected);
        }
    }

    private static void applies(String type, String... names) {
        for (String name : names) {
            APPLIES_TO.put(name, type);
        }
    }
}
