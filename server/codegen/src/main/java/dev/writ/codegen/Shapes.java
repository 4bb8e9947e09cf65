package dev.writ.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Everything that is printed for one document. */
final class Shapes {
    private final Schemas schemas;
    private final Models models;
    private final Set<String> modelClasses;
    private final RecordShapes records;
    private final EnumShapes enums;
    private final UnionShapes unions;
    private final InterfaceShapes interfaces;
    private final ResponseShapes responses;

    private Shapes(
            Schemas schemas,
            Models models,
            Set<String> modelClasses,
            RecordShapes records,
            EnumShapes enums,
            UnionShapes unions,
            InterfaceShapes interfaces,
            ResponseShapes responses) {
        this.schemas = schemas;
        this.models = models;
        this.modelClasses = modelClasses;
        this.records = records;
        this.enums = enums;
        this.unions = unions;
        this.interfaces = interfaces;
        this.responses = responses;
    }

    /** {@code modelName} gives the class of a named schema, qualified if it is not generated. */
    static Shapes of(
            OpenAPI openApi,
            String apiPackage,
            String modelPackage,
            UnaryOperator<String> modelName,
            AsyncOperations async) {
        Schemas schemas = new Schemas(openApi);
        Models models = new Models(schemas);
        Types types = new Types(schemas, models, name -> {
            String model = modelName.apply(name);
            return model.contains(".") ? model : modelPackage + "." + model;
        });
        FormTypes formTypes = new FormTypes(schemas, Forms.of(openApi, schemas, models), types);
        Enums enums = new Enums(schemas, name -> modelName.apply(name).contains("."));
        Properties properties = new Properties(
                schemas, Directions.of(openApi, schemas, models), formTypes, new Literals(schemas, models, enums));
        return new Shapes(
                schemas,
                models,
                schemas.names().stream().map(modelName).collect(Collectors.toSet()),
                new RecordShapes(schemas, models, types, properties, modelPackage),
                new EnumShapes(schemas, types, enums, modelPackage),
                new UnionShapes(schemas, models, types, properties, modelPackage),
                new InterfaceShapes(openApi, new Parameters(openApi, schemas, types, formTypes), apiPackage, async),
                new ResponseShapes(openApi, schemas, types, apiPackage));
    }

    /** True if a schema has a class of this name. */
    boolean isModel(String simpleName) {
        return modelClasses.contains(simpleName);
    }

    /** By schema, each under the name by which the template knows it. */
    Map<String, Map<String, Object>> models() {
        Map<String, Map<String, Object>> shapes = new LinkedHashMap<>();
        for (String name : schemas.names()) {
            switch (models.kind(name)) {
                case RECORD -> shapes.put(name, Map.of("record", records.of(name)));
                case ENUM -> shapes.put(name, Map.of("enum", enums.of(name)));
                case UNION -> shapes.put(name, Map.of("union", unions.of(name)));
                case ALIAS -> {}
            }
        }
        return shapes;
    }

    InterfaceShape anInterface(String name, String tag, List<ApiOperation> operations) {
        return interfaces.of(name, tag, operations);
    }

    ResponseShape response(ApiOperation operation) {
        return responses.of(operation.responseClass(), operation.id(), operation.declared());
    }
}
