package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.Evaluation;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import dev.writ.engine.validate.json.JsonRead;
import dev.writ.engine.validate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns a form into the object that its schema describes (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15): a field is read in the
 * style that its encoding declares, else as JSON where it is an object, else as text. Thread-safe.
 */
public final class FormConverter {
    private final TextConverter converter;
    private final JsonReader json;
    private final StyledFields styled;
    private final Encodings encodings;
    private final SchemaCompiler compiler;
    private final Schemas schemas;
    private final JsonLimits limits;
    private final Map<String, FormField> fields = new ConcurrentHashMap<>();

    public FormConverter(
            SchemaNode schema,
            Direction direction,
            Encodings encodings,
            SchemaCompiler compiler,
            Schemas schemas,
            JsonLimits limits) {
        this.converter = new TextConverter(schema, compiler.compile(schema, direction), schemas, limits);
        this.json = new JsonReader(limits);
        this.encodings = ofProperties(encodings, converter.shape());
        this.styled = new StyledFields(this.encodings, converter.shape());
        this.compiler = compiler;
        this.schemas = schemas;
        this.limits = limits;
    }

    /** An encoding of what is no property says nothing (OpenAPI 3.2, section 4.14.5.1). */
    private static Encodings ofProperties(Encodings declared, SchemaShape shape) {
        Map<String, Encoding> byName = new LinkedHashMap<>(declared.byName());
        byName.keySet().retainAll(shape.propertyNames());
        return new Encodings(Collections.unmodifiableMap(byName), declared.prefix(), declared.item());
    }

    /** How a part is written, or each one of its name; the schema need not know it. */
    public FormField field(String name) {
        if (!isPositional()) {
            return named(name);
        }
        int index = Integer.parseInt(name);
        return made(name, converter.shape().item(index), encoding(index));
    }

    private FormField named(String name) {
        return converter.shape().propertyNames().contains(name) ? fields.computeIfAbsent(name, this::made) : made(name);
    }

    private FormField made(String name) {
        return made(
                name,
                each(converter.shape().property(name)),
                Optional.ofNullable(encodings.byName().get(name)));
    }

    private FormField made(String name, SchemaShape each, Optional<Encoding> encoding) {
        return new FormField(name, each, encoding, compiler, schemas, limits);
    }

    /** Several fields of a name are the items of an array; a place in an array is one value, be it an array itself. */
    private static SchemaShape each(SchemaShape shape) {
        return shape.allows(JsonType.ARRAY) && !shape.allows(JsonType.STRING) ? shape.item(0) : shape;
    }

    /** Of a part without a name (OpenAPI 3.2, section 4.15.2). */
    private Optional<Encoding> encoding(int index) {
        return index < encodings.prefix().size()
                ? Optional.of(encodings.prefix().get(index))
                : encodings.item();
    }

    /** Whether parts are the items of an array, and their names are the places in it, from 0 on. */
    public boolean isPositional() {
        boolean encoded = !encodings.prefix().isEmpty() || encodings.item().isPresent();
        return converter.shape().allows(JsonType.ARRAY)
                && (encoded || !converter.shape().allows(JsonType.OBJECT));
    }

    /** The object, or all that is wrong with it and with its fields. */
    public Evaluation convert(FormValues values) {
        Map<String, Written> members = new LinkedHashMap<>();
        List<SchemaError> errors = new ArrayList<>(values.errors());
        values.byName().forEach((name, each) -> {
            if (!styled.isTaken(name)) {
                members.put(name, written(name, each, values, errors));
            }
        });
        styled.read(values, members, errors);
        if (errors.isEmpty()) {
            return converter.convert(whole(members, values));
        }
        // What cannot be read is there all the same, and what its schema says of it does not matter.
        errors.forEach(error ->
                field(error).ifPresent(name -> members.put(name, new Written.Given(NullNode.getInstance()))));
        List<String> told =
                errors.stream().flatMap(error -> field(error).stream()).toList();
        converter.convert(whole(members, values)).errors().stream()
                .filter(error -> field(error).filter(told::contains).isEmpty())
                .forEach(errors::add);
        return new Evaluation.Invalid(List.copyOf(errors));
    }

    private Written written(String name, List<Written> each, FormValues values, List<SchemaError> errors) {
        if (values.areTexts()) {
            return new Written.Repeated(read(name, each, errors));
        }
        return isPositional() ? each.get(0) : new Written.Repeated(each);
    }

    private Written whole(Map<String, Written> members, FormValues values) {
        return isPositional() && !values.areTexts()
                ? new Written.Items(List.copyOf(members.values()))
                : new Written.Members(members);
    }

    /** The member of the object in which an error is. */
    private static Optional<String> field(SchemaError error) {
        String pointer = error.pointer();
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        int end = pointer.indexOf('/', 1);
        return Optional.of(Pointers.name(pointer.substring(1, end < 0 ? pointer.length() : end)));
    }

    /** Fields that are told by no part what they are. */
    private List<Written> read(String name, List<Written> each, List<SchemaError> errors) {
        if (named(name).kind(Optional.empty(), false) != PartKind.JSON) {
            return each;
        }
        List<Written> values = new ArrayList<>();
        for (Written one : each) {
            if (one instanceof Written.Text text) {
                json(name, text.text().getBytes(StandardCharsets.UTF_8))
                        .<Runnable>fold(
                                value -> () -> values.add(new Written.Given(value)),
                                wrong -> () -> errors.addAll(wrong))
                        .run();
            }
        }
        return values;
    }

    /** A field that is JSON; what is wrong with it is told with its name. */
    public JsonRead json(String name, byte[] bytes) {
        return json.read(bytes)
                .<JsonRead>fold(
                        JsonRead.Value::new,
                        errors -> new JsonRead.Malformed(errors.stream()
                                .map(error -> new SchemaError(
                                        Pointers.append("", name) + error.pointer(),
                                        error.keyword(),
                                        name + ": " + error.message(),
                                        error.schemaLocation()))
                                .toList()));
    }
}
