package dev.writ.engine.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Path Item Object together with the one that its {@code $ref} leads to (OpenAPI 3.1, section 4.8.9). */
record PathItem(List<Element> layers) {
    private static final Set<String> WORDS = Set.of("$ref", "summary", "description");
    private static final int MAX_LAYERS = 100;

    /** The fields with operations; those from 3.2 on at the end. */
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** A field that stands on both sides of a reference is a fault: the specification leaves open which one holds. */
    static PathItem of(Element path) {
        List<Element> layers = new ArrayList<>();
        Optional<Element> at = Optional.of(path);
        Set<String> taken = new HashSet<>();
        while (at.isPresent() && layers.size() < MAX_LAYERS) {
            Element layer = at.get();
            layer.forEachMember((name, member) -> {
                if (!WORDS.contains(name) && !name.startsWith("x-") && !taken.add(name)) {
                    path.fault(
                            "'" + name + "' stands beside the $ref and where it leads: which one holds is not defined");
                }
            });
            layers.add(layer);
            at = layer.isReference() ? layer.target(problem -> {}) : Optional.empty();
        }
        return new PathItem(List.copyOf(layers));
    }

    Optional<Element> field(String name) {
        return layers.stream().flatMap(layer -> layer.child(name).stream()).findFirst();
    }

    /** By method, those of fields of their own first (OpenAPI 3.2, section 4.9.1); of which there are none is told elsewhere. */
    Map<String, Element> operations() {
        Map<String, Element> operations = new LinkedHashMap<>();
        boolean additional = layers.get(0).isFrom(Version.V3_2);
        for (String method : METHODS) {
            if (additional || !method.equals("query")) {
                field(method).ifPresent(operation -> operations.put(method.toUpperCase(Locale.ROOT), operation));
            }
        }
        if (additional) {
            field("additionalOperations").map(Element::members).orElse(Map.of()).entrySet().stream()
                    .filter(entry -> MethodRules.isAdditional(entry.getKey()))
                    .forEach(entry -> operations.put(entry.getKey(), entry.getValue()));
        }
        return operations;
    }

    /** Whether a method has a field of its own, which is its name in lower case. */
    static boolean hasField(String method) {
        return METHODS.contains(method.toLowerCase(Locale.ROOT));
    }

    List<Element> parameters() {
        return field("parameters").map(Element::items).orElse(List.of());
    }

    /** With the fields of {@code root} where this has none. */
    PathItem over(Element root) {
        List<Element> more = new ArrayList<>(layers);
        more.add(root);
        return new PathItem(more);
    }
}
