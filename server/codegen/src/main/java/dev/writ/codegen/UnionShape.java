package dev.writ.codegen;

import java.util.List;

/** What the template prints of a sealed interface. */
record UnionShape(
        String name,
        List<String> doc,
        String typeInfo,
        List<String> subTypes,
        String heritage,
        List<Accessor> accessors,
        List<String> imports) {
    boolean empty() {
        return accessors.isEmpty();
    }

    String opening() {
        return empty() ? "{}" : "{";
    }

    record Accessor(List<String> doc, String type, String name) {}
}
