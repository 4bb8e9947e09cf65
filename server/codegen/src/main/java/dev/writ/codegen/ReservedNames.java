package dev.writ.codegen;

import java.util.Set;

/** Simple names that generated code uses itself, and which a schema's class must therefore not have. */
final class ReservedNames {
    private static final Set<String> NAMES = Set.of(
            "ArrayList",
            "BigDecimal",
            "Boolean",
            "Bound",
            "Builder",
            "Collections",
            "Collectors",
            "DateTimeFormatter",
            "Double",
            "FilePart",
            "Float",
            "IllegalArgumentException",
            "InputStream",
            "Integer",
            "JsonAnyGetter",
            "JsonAnySetter",
            "JsonCreator",
            "JsonInclude",
            "JsonProperty",
            "JsonSubTypes",
            "JsonTypeInfo",
            "JsonValue",
            "LinkedHashMap",
            "List",
            "LocalDate",
            "Long",
            "Map",
            "Maybe",
            "Nullable",
            "Object",
            "Objects",
            "OffsetDateTime",
            "OperationId",
            "Override",
            "Path",
            "Payload",
            "Record",
            "String",
            "TypedResponse",
            "URI",
            "UUID");

    private ReservedNames() {}

    /** {@code name}, or with {@code Model} before it, as openapi-generator does with keywords. */
    static String avoid(String name) {
        return NAMES.contains(name) ? "Model" + name : name;
    }
}
