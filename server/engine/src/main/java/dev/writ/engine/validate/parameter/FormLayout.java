package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.writ.engine.model.Encoding;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.json.JsonRead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How the fields of a form, or the parts of a body or of a part, are written: each by its name, or all by their places
 * (OpenAPI 3.2, section 4.14.5). Thread-safe.
 */
public final class FormLayout {
    private static final Written NOTHING = new Written.Given(NullNode.getInstance());

    private final SchemaShape shape;
    private final Encodings encodings;
    private final StyledFields styled;
    private final FormFields maker;
    private final Map<String, FormField> fields = new ConcurrentHashMap<>();

    FormLayout(SchemaShape shape, Encodings encodings, FormFields maker) {
        this.shape = shape;
        this.encodings = ofProperties(encodings, shape);
        this.styled = new StyledFields(this.encodings, shape);
        this.maker = maker;
    }

    /** An encoding of what is no property says nothing (OpenAPI 3.2, section 4.14.5.1). */
    private static Encodings ofProperties(Encodings declared, SchemaShape shape) {
        Map<String, Encoding> byName = new LinkedHashMap<>(declared.byName());
        byName.keySet().retainAll(shape.propertyNames());
        return new Encodings(Collections.unmodifiableMap(byName), declared.prefix(), declared.item());
    }

    /** Whether parts are the items of an array, and their names are the places in it, from 0 on. */
    public boolean isPositional() {
        boolean encoded = !encodings.prefix().isEmpty() || encodings.item().isPresent();
        return shape.allows(JsonType.ARRAY) && (encoded || !shape.allows(JsonType.OBJECT));
    }

    /** How a part is written, or each one of its name; the schema need not know it. */
    public FormField field(String name) {
        if (!isPositional()) {
            return named(name);
        }
        int known = Math.max(encodings.prefix().size(), shape.prefix());
        int index = Math.min(Integer.parseInt(name), known);
        return field("/" + index, () -> maker.single(shape.item(index), encoding(index)));
    }

    private FormField named(String name) {
        boolean known = shape.propertyNames().contains(name);
        return field(
                known ? name : "\uD800",
                () -> maker.repeatable(
                        shape.property(name),
                        Optional.ofNullable(encodings.byName().get(name))));
    }

    private FormField field(String key, Supplier<FormField> made) {
        FormField known = fields.get(key);
        if (known == null) {
            known = made.get();
            fields.put(key, known);
        }
        return known;
    }

    /** Of a part without a name (OpenAPI 3.2, section 4.14.5.2). */
    private Optional<Encoding> encoding(int index) {
        return index < encodings.prefix().size()
                ? Optional.of(encodings.prefix().get(index))
                : encodings.item();
    }

    /** Adds what a part that is JSON says to {@code values}, or what is wrong with it. */
    public void json(FormValues values, String name, byte[] bytes) {
        read(name, bytes)
                .<Runnable>fold(value -> () -> values.value(name, value), errors -> () -> errors.forEach(values::error))
                .run();
    }

    private JsonRead read(String name, byte[] bytes) {
        return maker.json()
                .read(bytes)
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

    /** All of it as one; what cannot be read is there all the same, as null. */
    Written written(FormValues values) {
        Map<String, Written> members = new LinkedHashMap<>();
        values.byName().forEach((name, each) -> {
            if (!styled.isTaken(name)) {
                members.put(name, written(name, each, values));
            }
        });
        styled.read(values, members);
        values.unreadable().forEach(name -> members.put(name, NOTHING));
        return isPositional() && !values.areTexts() ? items(members) : new Written.Members(members);
    }

    private static Written items(Map<String, Written> members) {
        List<Written> items = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            items.add(members.getOrDefault(Integer.toString(i), NOTHING));
        }
        return new Written.Items(items);
    }

    private Written written(String name, List<Written> each, FormValues values) {
        if (values.areTexts()) {
            return new Written.Repeated(texts(name, each, values));
        }
        boolean single = isPositional() || (each.size() == 1 && named(name).share() == FormField.Share.ALL_ITEMS);
        return single ? each.get(0) : new Written.Repeated(each);
    }

    /** Fields that are told by no part what they are. */
    private List<Written> texts(String name, List<Written> each, FormValues values) {
        if (named(name).kind(Optional.empty(), false) != PartKind.JSON) {
            return each;
        }
        List<Written> read = new ArrayList<>();
        for (Written one : each) {
            if (one instanceof Written.Text text) {
                read(name, text.text().getBytes(StandardCharsets.UTF_8))
                        .<Runnable>fold(
                                value -> () -> read.add(new Written.Given(value)),
                                errors -> () -> errors.forEach(values::error))
                        .run();
            }
        }
        return read;
    }
}
