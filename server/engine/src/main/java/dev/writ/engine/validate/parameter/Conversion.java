package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One attempt to read texts as JSON. Not thread-safe. */
final class Conversion {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Primitives primitives;
    private final Choices choices;
    private final List<SchemaError> errors = new ArrayList<>();

    Conversion(Primitives primitives, Choices choices) {
        this.primitives = primitives;
        this.choices = choices;
    }

    /** Texts that are none of the types that they may have, before any schema is asked. */
    List<SchemaError> errors() {
        return errors;
    }

    /**
     * All that is wrong: with the texts, each told once and with the place in the schema that says so, and with the rest.
     *
     * @param found by the schema, in {@link #value}
     */
    List<SchemaError> errors(List<SchemaError> found) {
        List<SchemaError> all = new ArrayList<>();
        for (SchemaError error : errors) {
            Optional<SchemaError> same = found.stream()
                    .filter(other -> other.pointer().equals(error.pointer()))
                    .filter(other -> other.keyword().equals("type"))
                    .findFirst();
            all.add(new SchemaError(
                    error.pointer(),
                    error.keyword(),
                    error.message(),
                    same.map(SchemaError::schemaLocation).orElse("")));
        }
        Set<String> told = errors.stream().map(SchemaError::pointer).collect(Collectors.toSet());
        found.stream().filter(error -> !told.contains(error.pointer())).forEach(all::add);
        return all;
    }

    /** The value; a text that is none of the types that it may have stays a text. */
    JsonNode value(Written written, SchemaShape shape) {
        return value(written, shape, "");
    }

    private JsonNode value(Written written, SchemaShape shape, String pointer) {
        return written.fold(
                text -> text(text, shape, pointer),
                repeated -> repeated(repeated, shape, pointer),
                items -> items(items, shape, pointer),
                members -> object(members, shape, pointer),
                given -> given);
    }

    private JsonNode text(String text, SchemaShape shape, String pointer) {
        List<JsonType> types = shape.scalars();
        List<JsonNode> options = primitives.options(text, types);
        if (options.isEmpty()) {
            tell(primitives
                    .beyond(text, types)
                    .map(why -> new SchemaError(pointer, "number", why, ""))
                    .orElseGet(() -> new SchemaError(pointer, "type", "must be " + nouns(shape), "")));
            return NODES.textNode(text);
        }
        return options.size() == 1 ? options.get(0) : options.get(choices.choose(pointer, options.size()));
    }

    /** As many as anybody is told. */
    private void tell(SchemaError error) {
        if (errors.size() < Violations.MAX) {
            errors.add(error);
        }
    }

    private static String nouns(SchemaShape shape) {
        return shape.types().stream()
                .filter(type -> type != JsonType.INTEGER || !shape.allows(JsonType.NUMBER))
                .map(JsonType::noun)
                .collect(Collectors.joining(" or "));
    }

    private JsonNode repeated(List<Written> values, SchemaShape shape, String pointer) {
        if (values.size() == 1 && isSingle(values.get(0), shape)) {
            return value(values.get(0), shape, pointer);
        }
        if (!shape.allows(JsonType.ARRAY)) {
            tell(new SchemaError(pointer, "explode", "must be given once, was given " + values.size() + " times", ""));
        }
        return items(values, shape, pointer);
    }

    /** Whether what is there once is the value, not the only item of one. */
    private static boolean isSingle(Written only, SchemaShape shape) {
        boolean fits = only.<Boolean>fold(
                text -> shape.types().stream().anyMatch(JsonType::isScalar),
                repeated -> false,
                items -> false,
                members -> shape.allows(JsonType.OBJECT),
                given -> shape.allows(JsonType.of(given)));
        return fits || !shape.allows(JsonType.ARRAY);
    }

    private JsonNode items(List<Written> items, SchemaShape shape, String pointer) {
        ArrayNode array = NODES.arrayNode(items.size());
        for (int i = 0; i < items.size(); i++) {
            array.add(value(items.get(i), shape.item(i), pointer + "/" + i));
        }
        return array;
    }

    private JsonNode object(Map<String, Written> members, SchemaShape shape, String pointer) {
        List<Written> numbered = numbered(members);
        if (!numbered.isEmpty() && shape.allows(JsonType.ARRAY)) {
            return items(numbered, shape, pointer);
        }
        ObjectNode object = NODES.objectNode();
        members.forEach((name, member) ->
                object.set(name, value(member, shape.property(name), Pointers.append(pointer, name))));
        return object;
    }

    /** Members whose names are the numbers from 0 on, in the order of the numbers; none if they are not. */
    private static List<Written> numbered(Map<String, Written> members) {
        List<Written> numbered = IntStream.range(0, members.size())
                .mapToObj(Integer::toString)
                .takeWhile(members::containsKey)
                .map(members::get)
                .toList();
        return numbered.size() == members.size() ? numbered : List.of();
    }
}
