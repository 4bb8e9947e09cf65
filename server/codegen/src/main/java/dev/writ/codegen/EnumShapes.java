package dev.writ.codegen;

import dev.writ.codegen.EnumShape.Constant;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes enums of schemas that list their values. */
final class EnumShapes {
    private final Schemas schemas;
    private final Types types;
    private final Enums enums;
    private final String modelPackage;

    EnumShapes(Schemas schemas, Types types, Enums enums, String modelPackage) {
        this.schemas = schemas;
        this.types = types;
        this.enums = enums;
        this.modelPackage = modelPackage;
    }

    EnumShape of(String name) {
        Schema<?> schema = schemas.get(name);
        Imports imports = new Imports(modelPackage, List.of());
        boolean text = "string".equals(Schemas.type(schema));
        String type = text ? "String" : "long";
        List<Constant> constants = enums.constants(name).entrySet().stream()
                .map(e -> new Constant(e.getValue(), text ? Literals.quoted(e.getKey()) : e.getKey() + "L"))
                .toList();
        imports.use("com.fasterxml.jackson.annotation.JsonCreator");
        imports.use("com.fasterxml.jackson.annotation.JsonValue");
        return new EnumShape(
                imports.use(types.model(name)),
                Javadoc.lines("", List.of(Objects.requireNonNullElse(schema.getDescription(), "")), Map.of()),
                type,
                constants,
                text ? "candidate.value.equals(value)" : "candidate.value == value",
                imports.lines());
    }
}
