package dev.writ.engine.anydocument;

import java.util.Set;

/** The keywords of schemas by what stands behind them. */
final class Keywords {
    /** Those of OpenAPI 3.0 (3.0.4, section 4.7.24.1); others mean nothing there. */
    static final Set<String> OF_30 = Set.of(
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "enum",
            "type",
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "items",
            "properties",
            "additionalProperties",
            "format",
            "nullable",
            "discriminator",
            "readOnly",
            "writeOnly",
            "default",
            "example");
    /** Names of schemas, and what refers to them by these. */
    static final Set<String> NAMES =
            Set.of("$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$defs", "$comment", "$vocabulary");
    /** A schema. */
    static final Set<String> ONE = Set.of(
            "items",
            "additionalProperties",
            "not",
            "contains",
            "if",
            "then",
            "else",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    /** A list of schemas. */
    static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    /** Schemas by name. */
    static final Set<String> MAP = Set.of("properties", "patternProperties", "dependentSchemas");

    private Keywords() {}
}
