package dev.writ.codegen;

import dev.writ.codegen.Property.Presence;
import dev.writ.codegen.RecordShape.BuilderShape;
import dev.writ.codegen.RecordShape.Setter;
import java.util.List;
import java.util.Map;

/** The builder of a record: takes what is required at once and the rest one by one. */
final class Builders {
    private static final String INDENT = "                ";

    private final Imports imports;
    private final String recordName;

    Builders(Imports imports, String recordName) {
        this.imports = imports;
        this.recordName = recordName;
    }

    /** None if every property is required. */
    List<BuilderShape> of(List<Property> components) {
        if (components.stream().allMatch(Property::required)) {
            return List.of();
        }
        List<Property> required = components.stream().filter(Property::required).toList();
        return List.of(new BuilderShape(
                Wrapping.list(declarations(required), 40, INDENT),
                Wrapping.list(names(required), 27, INDENT),
                Wrapping.list(names(components), 24 + recordName.length(), INDENT),
                components.stream().map(this::field).toList(),
                required.stream()
                        .map(p -> "this." + p.java() + " = " + p.java() + ";")
                        .toList(),
                components.stream().filter(p -> !p.required()).map(this::setter).toList()));
    }

    private List<String> declarations(List<Property> properties) {
        return properties.stream()
                .map(p -> imports.use(p.type()) + " " + p.java())
                .toList();
    }

    private static List<String> names(List<Property> properties) {
        return properties.stream().map(Property::java).toList();
    }

    private String field(Property property) {
        if (property.required()) {
            return "final " + imports.use(property.type()) + " " + property.java();
        }
        if (property.presence() == Presence.MAYBE) {
            return imports.use(property.type()) + " " + property.java() + " = " + imports.use(RecordShapes.MAYBE)
                    + ".absent()";
        }
        return imports.use(property.type().orNull()) + " " + property.java();
    }

    private Setter setter(Property property) {
        boolean maybe = property.presence() == Presence.MAYBE;
        JavaType parameter = maybe || property.presence() == Presence.OPTIONAL
                ? property.value().orNull()
                : property.type();
        return new Setter(
                Javadoc.lines("        ", List.of(property.description()), Map.of()),
                property.java(),
                imports.use(parameter) + " " + property.java(),
                maybe ? imports.use(RecordShapes.MAYBE) + ".ofNullable(" + property.java() + ")" : property.java());
    }
}
