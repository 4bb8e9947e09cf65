package dev.writ.engine.validate.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.validate.parameter.Pairs.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form has, in the order in which it came: texts, values that are no texts, and what is neither. Not thread-safe. */
public final class FormValues {
    /** Of a form that is written in one text. */
    private static final int MAX_FIELDS = 10_000;

    private final TextCoding coding;
    private final List<Pair> texts = new ArrayList<>();
    private final Map<String, List<Written>> byName = new LinkedHashMap<>();
    private final List<SchemaError> errors = new ArrayList<>();

    private FormValues(TextCoding coding) {
        this.coding = coding;
    }

    /** One whose values are given one by one. */
    public static FormValues ofParts() {
        return new FormValues(TextCoding.PLAIN);
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
        each(name).add(new Written.Given(value));
    }

    public void error(SchemaError error) {
        if (errors.size() < Violations.MAX) {
            errors.add(error);
        }
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

    List<SchemaError> errors() {
        return errors;
    }
}
