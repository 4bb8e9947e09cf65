package dev.writ.codegen;

import dev.writ.codegen.Property.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes records of object schemas. */
final class RecordShapes {
    static final String MAYBE = "dev.writ.api.Maybe";

    private static final String JACKSON = "com.fasterxml.jackson.annotation.";
    private static final int WIDTH = 120;

    private final Schemas schemas;
    private final Models models;
    private final Types types;
    private final Properties properties;
    private final String modelPackage;

    RecordShapes(Schemas schemas, Models models, Types types, Properties properties, String modelPackage) {
        this.schemas = schemas;
        this.models = models;
        this.types = types;
        this.properties = properties;
        this.modelPackage = modelPackage;
    }

    RecordShape of(String schema) {
        Imports imports = new Imports(modelPackage, List.of());
        String name = imports.use(types.model(schema));
        List<Property> components = properties.of(schema, imports);
        List<String> unions = models.unionsOf(schema);
        List<String> statements = new CompactConstructor(imports).statements(components);
        String heritage = unions.isEmpty()
                ? ""
                : unions.stream()
                        .map(u -> imports.use(types.model(u)))
                        .collect(Collectors.joining(", ", " implements ", ""));
        return new RecordShape(
                name,
                doc(schema, components),
                annotations(components, unions, imports),
                components(name, components, heritage, imports),
                heritage,
                statements,
                !statements.isEmpty(),
                statements.isEmpty() && components.stream().allMatch(Property::required),
                new Builders(imports, name).of(components),
                imports.lines());
    }

    private List<String> doc(String schema, List<Property> components) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        components.forEach(component -> descriptions.put(component.java(), component.description()));
        String description = Objects.requireNonNullElse(schemas.get(schema).getDescription(), "");
        return Javadoc.lines("", List.of(description), descriptions);
    }

    /** A member of a union needs no type information where it is asked for by its own name. */
    private static List<String> annotations(List<Property> components, List<String> unions, Imports imports) {
        List<String> annotations = new ArrayList<>();
        if (!unions.isEmpty()) {
            String typeInfo = imports.use(JACKSON + "JsonTypeInfo");
            annotations.add("@" + typeInfo + "(use = " + typeInfo + ".Id.NONE)");
        }
        if (omitsNulls(components) || components.isEmpty()) {
            annotations.add(include("NON_NULL", imports));
        }
        return annotations;
    }

    private static boolean omitsNulls(List<Property> components) {
        return components.stream().anyMatch(component -> component.presence() == Presence.OPTIONAL);
    }

    private static String components(String name, List<Property> components, String heritage, Imports imports) {
        boolean omitsNulls = omitsNulls(components);
        List<String> texts = components.stream()
                .map(component -> annotations(component, omitsNulls, imports) + imports.use(component.type()) + " "
                        + component.java())
                .toList();
        String line = String.join(", ", texts);
        int length = ("public record " + name + "(" + line + ")" + heritage + " {").length();
        boolean plain = components.stream()
                .noneMatch(c -> annotations(c, omitsNulls, imports).startsWith("@"));
        return length <= WIDTH && (plain || texts.size() == 1)
                ? line
                : "\n        " + String.join(",\n        ", texts);
    }

    private static String annotations(Property component, boolean omitsNulls, Imports imports) {
        StringBuilder text = new StringBuilder();
        if (component.presence() == Presence.ADDITIONAL) {
            text.append("@").append(imports.use(JACKSON + "JsonAnySetter"));
            text.append(" @").append(imports.use(JACKSON + "JsonAnyGetter")).append(" ");
        } else if (!component.java().equals(component.json())) {
            text.append("@").append(imports.use(JACKSON + "JsonProperty"));
            text.append("(").append(Literals.quoted(component.json())).append(") ");
        }
        if (component.presence() == Presence.MAYBE) {
            text.append(include("NON_ABSENT", imports)).append(" ");
        } else if (component.presence() == Presence.REQUIRED_NULLABLE && omitsNulls) {
            text.append(include("ALWAYS", imports)).append(" ");
        }
        return text.toString();
    }

    private static String include(String what, Imports imports) {
        String include = imports.use(JACKSON + "JsonInclude");
        return "@" + include + "(" + include + ".Include." + what + ")";
    }
}
