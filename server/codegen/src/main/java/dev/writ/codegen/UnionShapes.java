package dev.writ.codegen;

import dev.writ.codegen.UnionShape.Accessor;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Makes sealed interfaces of oneOf schemas, and of parents with a discriminator that others extend by allOf. */
final class UnionShapes {
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    private final Schemas schemas;
    private final Models models;
    private final Types types;
    private final Properties properties;
    private final String modelPackage;

    UnionShapes(Schemas schemas, Models models, Types types, Properties properties, String modelPackage) {
        this.schemas = schemas;
        this.models = models;
        this.types = types;
        this.properties = properties;
        this.modelPackage = modelPackage;
    }

    UnionShape of(String union) {
        Schema<?> schema = schemas.get(union);
        Imports imports = new Imports(modelPackage, List.of());
        String typeInfo = imports.use(JACKSON + "JsonTypeInfo");
        String subType = "@" + imports.use(JACKSON + "JsonSubTypes") + ".Type";
        Discriminator discriminator = schema.getDiscriminator();
        List<Accessor> accessors = models.isParent(union) ? accessors(union, imports) : List.of();
        return new UnionShape(
                imports.use(types.model(union)),
                Javadoc.lines("", List.of(Objects.requireNonNullElse(schema.getDescription(), "")), Map.of()),
                typeInfo(discriminator, typeInfo, byDefault(union, imports)),
                subTypes(union).entrySet().stream()
                        .map(e -> subType + "(value = " + imports.use(types.model(e.getValue())) + ".class"
                                + (discriminator == null ? ")" : ", name = " + Literals.quoted(e.getKey()) + ")"))
                        .toList(),
                heritage(union, imports),
                accessors,
                imports.lines());
    }

    /** What else is said of the discriminator, where a record takes whatever no other one does (OpenAPI 3.2, section 4.25). */
    private String byDefault(String union, Imports imports) {
        Discriminator discriminator = schemas.get(union).getDiscriminator();
        Object reference = discriminator == null || discriminator.getExtensions() == null
                ? null
                : discriminator.getExtensions().get(OpenApi32Schemas.DEFAULT);
        String name = reference == null ? "" : ModelUtils.getSimpleRef(reference.toString());
        return subTypes(union).containsValue(name)
                ? ",\n        defaultImpl = " + imports.use(types.model(name)) + ".class"
                : "";
    }

    private static String typeInfo(@Nullable Discriminator discriminator, String typeInfo, String byDefault) {
        if (discriminator == null) {
            return "@" + typeInfo + "(use = " + typeInfo + ".Id.DEDUCTION)";
        }
        return """
                @%1$s(
                        use = %1$s.Id.NAME,
                        include = %1$s.As.EXISTING_PROPERTY,
                        property = %2$s,
                        visible = true%3$s)""".formatted(typeInfo, Literals.quoted(discriminator.getPropertyName()), byDefault);
    }

    private String heritage(String union, Imports imports) {
        String parents = models.unionsOf(union).stream()
                .map(parent -> imports.use(types.model(parent)))
                .collect(Collectors.joining(", "));
        String permits = models.members(union).stream()
                .map(member -> imports.use(types.model(member)))
                .distinct()
                .collect(Collectors.joining(", "));
        return (parents.isEmpty() ? "" : " extends " + parents) + " permits " + permits;
    }

    /** Records by the value of the discriminator, as the mapping has it or as it follows from the schema. */
    private Map<String, String> subTypes(String union) {
        Map<String, String> subTypes = new LinkedHashMap<>();
        Discriminator discriminator = schemas.get(union).getDiscriminator();
        List<String> unmapped = new ArrayList<>(models.members(union));
        if (discriminator != null && discriminator.getMapping() != null) {
            discriminator.getMapping().forEach((value, target) -> {
                String name = target.contains("/") ? ModelUtils.getSimpleRef(target) : target;
                unmapped.remove(name);
                add(value, name, subTypes);
            });
        }
        unmapped.forEach(name -> add(implicitValue(name, discriminator), name, subTypes));
        return subTypes;
    }

    /** The only value that the discriminator can have in a schema, or else the name of the schema. */
    private String implicitValue(String name, @Nullable Discriminator discriminator) {
        if (discriminator != null) {
            Schema<?> property =
                    Flat.of(schemas.get(name), schemas).properties().get(discriminator.getPropertyName());
            List<?> values =
                    property == null ? null : schemas.resolved(property).getEnum();
            if (values != null && values.size() == 1) {
                return String.valueOf(values.get(0));
            }
        }
        return name;
    }

    private void add(String value, String name, Map<String, String> subTypes) {
        if (models.kind(name) == Models.Kind.UNION) {
            subTypes(name).forEach(subTypes::putIfAbsent);
        } else {
            subTypes.put(value, name);
        }
    }

    /** What every member has, with one type. */
    private List<Accessor> accessors(String union, Imports imports) {
        List<Accessor> accessors = new ArrayList<>();
        for (Property property : propertiesOf(union)) {
            boolean common = property.presence() != Property.Presence.ADDITIONAL
                    && models.members(union).stream().allMatch(member -> has(member, property));
            if (common) {
                accessors.add(new Accessor(
                        Javadoc.lines("    ", List.of(property.description()), Map.of()),
                        imports.use(property.type()),
                        property.java()));
            }
        }
        return accessors;
    }

    private boolean has(String member, Property wanted) {
        return models.isParent(member)
                || propertiesOf(member).stream()
                        .anyMatch(
                                p -> p.java().equals(wanted.java()) && p.type().equals(wanted.type()));
    }

    private List<Property> propertiesOf(String name) {
        return properties.of(name, new Imports(modelPackage, List.of()));
    }
}
