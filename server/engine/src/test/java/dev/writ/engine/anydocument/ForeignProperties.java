package dev.writ.engine.anydocument;

import java.util.LinkedHashSet;
import java.util.Set;

/** The properties of an object that do not travel in a direction. */
final class ForeignProperties {
    private final Library library;
    private final Direction direction;

    ForeignProperties(Library library, Direction direction) {
        this.library = library;
        this.direction = direction;
    }

    /** Adds the names of those that a schema declares itself, by reference or in allOf. */
    void collect(Node schema, Set<String> names, Set<Node> seen) {
        if (!seen.add(schema)) {
            return;
        }
        if (schema.json().path("$ref").isTextual()) {
            collect(library.follow(schema), names, seen);
            if (library.is30()) {
                return;
            }
        }
        Node properties = schema.child("properties");
        for (String name : properties.names()) {
            if (isForeign(properties.child(name), new LinkedHashSet<>())) {
                names.add(name);
            }
        }
        schema.child("allOf").items().forEach(part -> collect(part, names, seen));
    }

    private boolean isForeign(Node property, Set<Node> seen) {
        if (!seen.add(property)) {
            return false;
        }
        boolean reference = property.json().path("$ref").isTextual();
        if (!(reference && library.is30())
                && property.json().path(direction.foreign()).booleanValue()) {
            return true;
        }
        if (reference && isForeign(library.follow(property), seen)) {
            return true;
        }
        return property.child("allOf").items().stream().anyMatch(part -> isForeign(part, seen));
    }
}
