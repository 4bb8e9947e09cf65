package dev.writ.engine.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vocabularies that give the keywords of a schema their meaning (JSON Schema 2020-12 Core, section 8.1.2). Immutable.
 *
 * @param disabled names, such as {@code validation}, of those whose keywords mean nothing
 * @param assertsFormats whether {@code format} is a constraint whatever the application chose
 */
public record Vocabularies(Set<String> disabled, boolean assertsFormats) {
    /** Those of 2020-12 and of OpenAPI. */
    public static final Vocabularies STANDARD = new Vocabularies(Set.of(), false);

    private static final String PREFIX = "https://json-schema.org/draft/2020-12/vocab/";

    private static final Set<String> NAMES = Set.of(
            "core",
            "applicator",
            "unevaluated",
            "validation",
            "meta-data",
            "format-annotation",
            "format-assertion",
            "content");

    private static final List<String> OPENAPI =
            List.of("https://spec.openapis.org/oas/3.1/vocab/", "https://spec.openapis.org/oas/3.2/vocab/");

    public Vocabularies {
        disabled = Set.copyOf(disabled);
    }

    /** The first vocabulary that a meta-schema requires and nobody here knows. */
    static Optional<String> unknown(JsonNode metaSchema) {
        return metaSchema.path("$vocabulary").properties().stream()
                .filter(vocabulary -> vocabulary.getValue().asBoolean())
                .map(Map.Entry::getKey)
                .filter(uri -> OPENAPI.stream().noneMatch(uri::startsWith)
                        && !(uri.startsWith(PREFIX) && NAMES.contains(uri.substring(PREFIX.length()))))
                .findFirst();
    }

    /** As a meta-schema of somebody's own declares them. */
    static Vocabularies of(JsonNode metaSchema) {
        JsonNode declared = metaSchema.path("$vocabulary");
        if (!declared.isObject()) {
            return STANDARD;
        }
        Set<String> disabled = new HashSet<>(Set.of("applicator", "validation", "unevaluated"));
        disabled.removeIf(name -> declared.has(PREFIX + name));
        return new Vocabularies(disabled, declared.has(PREFIX + "format-assertion"));
    }
}
