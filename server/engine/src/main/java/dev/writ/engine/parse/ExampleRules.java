package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the examples of parameters, header fields and media types are what their schemas say. */
final class ExampleRules {
    private static final List<Direction> DIRECTIONS = List.of(Direction.REQUEST, Direction.RESPONSE);

    private ExampleRules() {}

    /** Fields of which only one may be there (OpenAPI 3.2, section 4.19.1). */
    static void exclusive(List<Element> examples) {
        for (Element example : examples) {
            beside(example, "value", "dataValue");
            beside(example, "value", "serializedValue");
            beside(example, "value", "externalValue");
            beside(example, "serializedValue", "externalValue");
        }
    }

    /** One example, or several with names (sections 4.12.2, 4.14.1 and 4.21.1). */
    static void oneWay(List<Element> owners) {
        owners.forEach(owner -> beside(owner, "example", "examples"));
    }

    private static void beside(Element example, String field, String other) {
        if (example.node().has(field) && example.node().has(other)) {
            example.at(other).warn("'" + other + "' must not stand beside '" + field + "'");
        }
    }

    /** Asks for each example; the contract must have no faults. */
    static void check(Structure structure, SchemaCompiler schemas) {
        structure.objects("Parameter").forEach(parameter -> check(parameter, schemas));
        structure.objects("Header").forEach(header -> check(header, schemas));
        structure.contents().forEach((mediaType, names) -> {
            boolean json = names.stream().allMatch(ExampleRules::isJson);
            check(mediaType, json, schemas);
        });
        structure.objects("Response").stream()
                .filter(response -> response.reading().version() == Version.V2_0)
                .forEach(response -> response.child("schema")
                        .ifPresent(schema -> check(
                                response.members("examples").entrySet().stream()
                                        .filter(example -> isJson(example.getKey()))
                                        .map(Map.Entry::getValue)
                                        .toList(),
                                new SchemaNode(schema.place(), SwaggerSchema.content(schema.node())),
                                schemas)));
    }

    private static boolean isJson(String mediaType) {
        return MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
    }

    private static void check(Element owner, SchemaCompiler schemas) {
        check(owner, true, schemas);
    }

    /** @param plain whether what is written as an example is the value that the schema is about */
    private static void check(Element owner, boolean plain, SchemaCompiler schemas) {
        if (owner.node().has("example") || owner.node().has("examples")) {
            List<Element> values = values(owner, plain);
            owner.child("schema").ifPresent(schema -> check(values, ParameterReader.node(schema), schemas));
            List<Element> items = values.stream()
                    .filter(value -> value.node().isArray())
                    .flatMap(value -> value.items().stream())
                    .toList();
            owner.child("itemSchema").ifPresent(schema -> check(items, ParameterReader.node(schema), schemas));
        }
    }

    /** {@code dataValue} is always the value itself (OpenAPI 3.2, section 4.19.2). */
    private static List<Element> values(Element owner, boolean plain) {
        List<Element> values = new ArrayList<>();
        owner.child("example").filter(value -> plain).ifPresent(values::add);
        owner.members("examples")
                .forEach((name, reference) -> reference.resolved().ifPresent(example -> {
                    example.child("value").filter(value -> plain).ifPresent(values::add);
                    example.child("dataValue")
                            .filter(value -> owner.isFrom(Version.V3_2))
                            .ifPresent(values::add);
                }));
        return values;
    }

    private static void check(List<Element> values, SchemaNode schema, SchemaCompiler schemas) {
        try {
            List<SchemaChecker> checkers = DIRECTIONS.stream()
                    .map(direction -> schemas.compile(schema, direction))
                    .toList();
            values.forEach(value -> check(value, checkers));
        } catch (ContractException e) {
            // A schema that cannot be compiled is told by those who need it.
            return;
        }
    }

    /** One that is right in either direction is right. */
    private static void check(Element value, List<SchemaChecker> checkers) {
        List<SchemaError> errors = List.of();
        for (SchemaChecker checker : checkers) {
            errors = checker.check(value.node().deepCopy()).errors();
            if (errors.isEmpty()) {
                return;
            }
        }
        if (!errors.get(0).isLimit()) {
            value.warn("the example breaks its schema: " + errors.get(0).message());
        }
    }
}
