package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Pointers;
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

    /** Asks for each example; the contract must have no faults. */
    static void check(Structure structure, SchemaCompiler schemas) {
        structure.objects("Parameter").forEach(parameter -> check(parameter, schemas));
        structure.objects("Header").forEach(header -> check(header, schemas));
        structure.objects("MediaType").stream()
                .filter(ExampleRules::isJson)
                .forEach(mediaType -> check(mediaType, schemas));
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

    /** By its name under {@code content}. */
    private static boolean isJson(Element mediaType) {
        String pointer = mediaType.pointer();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return isJson(Pointers.name(name));
    }

    private static boolean isJson(String mediaType) {
        return MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
    }

    private static void check(Element owner, SchemaCompiler schemas) {
        if (owner.node().has("example") || owner.node().has("examples")) {
            owner.child("schema").ifPresent(schema -> check(owner, schema, schemas));
        }
    }

    private static void check(Element owner, Element schema, SchemaCompiler schemas) {
        List<Element> values = new ArrayList<>();
        owner.child("example").ifPresent(values::add);
        owner.members("examples")
                .forEach((name, reference) -> reference
                        .resolved()
                        .flatMap(example -> example.child("value"))
                        .ifPresent(values::add));
        check(values, ParameterReader.node(schema), schemas);
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
