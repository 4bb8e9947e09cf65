package dev.writ.codegen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The annotations of the methods of one interface: those of JAX-RS, and its own for any other. */
final class MethodAnnotations {
    private static final Set<String> STANDARD = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, String> own = new LinkedHashMap<>();

    /** An annotation that the interface declares. */
    record Own(String name, String method) {}

    MethodAnnotations(List<ApiOperation> operations) {
        for (ApiOperation operation : operations) {
            String method = operation.verb();
            if (!STANDARD.contains(method) && !own.containsKey(method)) {
                own.put(method, Names.unique(name(method), this::isTaken));
            }
        }
    }

    private boolean isTaken(String name) {
        return STANDARD.contains(name) || own.containsValue(name);
    }

    /** In capitals, as those of JAX-RS are. */
    private static String name(String method) {
        String name = method.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return name.matches("[A-Z].*") ? name : "METHOD_" + name;
    }

    /** How the annotation of a method is written in the file. */
    String use(String method, Imports imports) {
        String declared = own.get(method);
        return declared == null ? imports.use("jakarta.ws.rs." + method) : declared;
    }

    /** Those that the interface has to declare. */
    List<Own> declared(Imports imports) {
        if (!own.isEmpty()) {
            imports.use("jakarta.ws.rs.HttpMethod");
            List.of("ElementType", "Retention", "RetentionPolicy", "Target")
                    .forEach(type -> imports.use("java.lang.annotation." + type));
        }
        return own.entrySet().stream()
                .map(entry -> new Own(entry.getValue(), Literals.quoted(entry.getKey())))
                .toList();
    }
}
