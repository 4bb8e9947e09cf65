package dev.writ.engine.parse;

import dev.writ.engine.schema.lint.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields that an object lacks, and those that objects of this version do not have. */
final class FieldRules {
    /**
     * Of what later versions have, by kind: where the field is passed over, something that the document demands is let
     * through, or an operation is not there, and nobody notices. What says something to readers and clients alone is not
     * among them, nor what makes itself felt, such as {@code nullable}, without which null is refused.
     */
    private static final Map<String, Set<String>> ENFORCED = Map.of(
            "PathItem",
            Set.of("query", "additionalOperations"),
            "Operation",
            Set.of("requestBody"),
            "Response",
            Set.of("content"),
            "MediaType",
            Set.of("$ref", "itemSchema", "prefixEncoding", "itemEncoding"),
            "Encoding",
            Set.of("encoding", "prefixEncoding", "itemEncoding"),
            "Schema",
            Set.of(
                    "oneOf",
                    "anyOf",
                    "not",
                    "writeOnly",
                    "const",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "minContains",
                    "maxContains",
                    "prefixItems",
                    "propertyNames",
                    "patternProperties",
                    "dependentRequired",
                    "dependentSchemas",
                    "unevaluatedProperties",
                    "unevaluatedItems",
                    "$dynamicRef"));

    /** What a reference in their place leads to would be missed, and nothing else tells. */
    private static final Set<String> WITHOUT_REFERENCE = Set.of("Operation", "Encoding");

    private final Version version;
    private final Map<Version, Grammar> later = new LinkedHashMap<>();

    FieldRules(Version version) {
        this.version = version;
        Arrays.stream(Version.values())
                .filter(other -> version.isBefore(other))
                .forEach(other -> later.put(other, other.grammar()));
    }

    static void missing(Element element, Grammar.Kind kind) {
        for (Grammar.Field field : kind.required()) {
            if (element.node().has(field.name())) {
                continue;
            }
            String message = "'" + field.name() + "' is missing";
            if (field.need() == Grammar.Need.BY_ENFORCEMENT) {
                element.fault(message);
            } else {
                element.warnOnce(message);
            }
        }
    }

    /** Beside a {@code $ref} only words for readers may stand, from OpenAPI 3.1 on. */
    static void beside(Element reference) {
        boolean described = reference.isFrom(Version.V3_1);
        reference.forEachMember((name, member) -> {
            boolean word = name.equals("summary") || name.equals("description");
            if (!name.equals("$ref") && !name.startsWith("x-") && !(word && described)) {
                member.warnOnce("'" + name + "' beside a $ref is ignored");
            }
        });
    }

    /** A name that is none stops the start if it may mean a field that is enforced, in this version or in a later one. */
    void unknown(Element member, String name, Grammar.Kind kind, Element owner) {
        if (name.equals("$ref") && WITHOUT_REFERENCE.contains(kind.name())) {
            member.fault("a reference may not stand in the place of a " + kind.name());
            return;
        }
        Optional<Version> since = since(name, kind.name());
        if (since.isPresent()) {
            String message = "'" + name + "' came with " + since.get().text();
            if (isEnforced(name, kind.name())) {
                member.fault(message + ": it would not be enforced in a contract of " + version.text());
            } else {
                member.warnOnce(message + ": it says nothing in a contract of " + version.text());
            }
            return;
        }
        List<String> free = new ArrayList<>(kind.fields().keySet());
        free.removeIf(owner.node()::has);
        Optional<String> meant = Spelling.nearest(name, free);
        String message = "'" + name + "' is not a field of a " + kind.name()
                + meant.map(other -> "; '" + other + "' is meant?").orElse("");
        if (meant.filter(Misspelling::isEnforced).isPresent()) {
            member.fault(message);
        } else {
            member.warn(message);
        }
    }

    private static boolean isEnforced(String name, String kind) {
        return ENFORCED.getOrDefault(kind, Set.of()).contains(name);
    }

    /** The first version in which such objects have the field; a reference counts as one. */
    private Optional<Version> since(String name, String kind) {
        return later.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .find(kind)
                        .filter(found -> found.fields().containsKey(name) || (name.equals("$ref") && found.reference()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
