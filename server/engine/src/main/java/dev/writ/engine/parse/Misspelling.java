package dev.writ.engine.parse;

import java.util.Set;

/** Whether a field that is misspelt would have mattered. */
final class Misspelling {
    /** Fields that say something to readers and nothing to the engine. */
    private static final Set<String> FOR_READERS = Set.of(
            "summary",
            "parent",
            "kind",
            "nodeType",
            "dataValue",
            "serializedValue",
            "oauth2MetadataUrl",
            "deviceAuthorizationUrl",
            "description",
            "externalDocs",
            "tags",
            "example",
            "examples",
            "deprecated",
            "title",
            "contact",
            "license",
            "termsOfService",
            "xml",
            "$comment",
            "links",
            "callbacks",
            "flows",
            "bearerFormat",
            "version",
            "info",
            "email",
            "identifier");

    private Misspelling() {}

    static boolean isEnforced(String field) {
        return !FOR_READERS.contains(field);
    }
}
