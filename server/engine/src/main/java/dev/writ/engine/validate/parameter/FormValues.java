package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a form has, in the order in which it came: texts, values that are no texts, and what is neither. Not thread-safe. */
public final class FormValues {
    /** Of a form that is written in one text. */
    private static final int MAX_FIELDS = 10_000;

    private final TextCoding coding;
    private final List<Pair> texts = new ArrayList<>();
    private final Map<String, List<Written>> byName = new LinkedHashMap<>();
    /** The pointer of the form in the whole. */
    private final String place;

    private final List<SchemaError> errors;
    /** The pointers of all fields that cannot be read, in the whole. */
    private final Set<String> told;

    private final Set<String> unreadable = new LinkedHashSet<>();

    private FormValues(TextCoding coding) {
        this(coding, "", new ArrayList<>(), new HashSet<>());
    }

    private FormValues(TextCoding coding, String place, List<SchemaError> errors, Set<String> told) {
        this.coding = coding;
        this.place = place;
        this.errors = errors;
        this.told = told;
    }

    /** One whose values are given one by one. */
    public static FormValues ofParts() {
        return new FormValues(TextCoding.PLAIN);
    }

    /** Those of the next part of a name, which has parts itself. */
    public FormValues within(String name, FormField field) {
        String here = place + Pointers.append("", name);
        int before = byName.getOrDefault(name, List.of()).size();
        String item = field.share() == FormField.Share.ITEM ? here + "/" + before : here;
        return new FormValues(coding, item, errors, told);
    }

    /** One that is written as {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1). */
    public static FormValues ofUrlEncoded(String text) {
        FormValues values = new FormValues(TextCoding.FORM);
        if (text.chars().filter(c -> c == '&').limit(MAX_FIELDS).count() == MAX_FIELDS) {
            values.error(new SchemaError("", "limit", "a form has at most " + MAX_FIELDS + " fields", ""));
            return values;
        }
        Pairs pairs = Pairs.ofQuery(Optional.of(text));
        pairs.malformed().forEach(piece -> values.error(undecodable("", piece)));
        pairs.all().forEach(pair -> values.raw(pair.name(), pair.raw()));
        return values;
    }

    /** A text, of a field that nobody reads as anything else. */
    public void text(String name, String text) {
        raw(name, text);
    }

    public void value(String name, JsonNode value) {
        written(name, new Written.Given(value));
    }

    /** What the parts of a part say, which are written as {@code layout} has it. */
    public void parts(String name, FormLayout layout, FormValues parts) {
        written(name, layout.written(parts));
    }

    private void written(String name, Written value) {
        each(name).add(value);
    }

    /** The pointer of {@code error} begins here, with the name of a field that cannot be read; or it has none. */
    public void error(SchemaError error) {
        if (!error.pointer().isEmpty()) {
            int end = error.pointer().indexOf('/', 1);
            unreadable(Pointers.name(
                    error.pointer().substring(1, end < 0 ? error.pointer().length() : end)));
        }
        if (errors.size() < Violations.MAX) {
            errors.add(
                    new SchemaError(place + error.pointer(), error.keyword(), error.message(), error.schemaLocation()));
        }
    }

    /** Says that what is wrong with a field is told, and what its schema says of it does not matter. */
    public void unreadable(String name) {
        unreadable.add(name);
        told.add(place + Pointers.append("", name));
    }

    private void raw(String name, String raw) {
        texts.add(new Pair(name, raw));
        Optional<String> text = coding.decode(raw);
        if (text.isPresent()) {
            each(name).add(new Written.Text(text.get()));
        } else {
            error(undecodable(Pointers.append("", name), raw));
        }
    }

    private List<Written> each(String name) {
        return byName.computeIfAbsent(name, absent -> new ArrayList<>(1));
    }

    private static SchemaError undecodable(String pointer, String raw) {
        return new SchemaError(pointer, "encoding", "'" + raw + "' is not percent-encoded UTF-8", "");
    }

    TextCoding coding() {
        return coding;
    }

    /** Whether nothing says of its fields what they are. */
    boolean areTexts() {
        return coding == TextCoding.FORM;
    }

    Pairs texts() {
        return Pairs.of(texts);
    }

    Map<String, List<Written>> byName() {
        return byName;
    }

    /** Of all of the whole. */
    public List<SchemaError> errors() {
        return List.copyOf(errors);
    }

    Set<String> unreadable() {
        return unreadable;
    }

    /** Whether it is in a field of which something has been told. */
    boolean isTold(SchemaError error) {
        String pointer = error.pointer();
        while (!pointer.isEmpty() && !told.contains(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return !pointer.isEmpty();
    }
}
