package dev.writ.codegen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The imports of one file. Whoever prints a type asks here how to spell it: by its simple name, which is imported
 * where needed, or in full where the simple name means something else in this file.
 */
final class Imports {
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private final String home;
    private final Set<String> taken;
    private final Map<String, String> bySimpleName = new HashMap<>();

    /** For a file of package {@code home} that declares the nested types {@code taken}. */
    Imports(String home, Collection<String> taken) {
        this.home = home;
        this.taken = Set.copyOf(taken);
    }

    String use(String qualified) {
        int dot = qualified.lastIndexOf('.');
        if (dot < 0) {
            return qualified;
        }
        String simple = qualified.substring(dot + 1);
        if (taken.contains(simple)
                || !bySimpleName.computeIfAbsent(simple, s -> qualified).equals(qualified)) {
            return qualified;
        }
        return simple;
    }

    String use(JavaType type) {
        String suffix = type.array() ? "[]" : "";
        String name = use(type.name().substring(0, type.name().length() - suffix.length()));
        String arguments = type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(this::use).collect(Collectors.joining(", ", "<", ">"));
        if (!type.nullable()) {
            return name + arguments + suffix;
        }
        String nullable = "@" + use(NULLABLE) + " ";
        if (type.array()) {
            return name + " " + nullable + suffix;
        }
        int dot = name.lastIndexOf('.') + 1;
        return name.substring(0, dot) + nullable + name.substring(dot) + arguments;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String qualified : bySimpleName.values()) {
            String from = qualified.substring(0, qualified.lastIndexOf('.'));
            if (!from.equals("java.lang") && !from.equals(home)) {
                lines.add(qualified);
            }
        }
        lines.sort(null);
        return lines;
    }
}
