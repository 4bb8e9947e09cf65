package dev.writ.engine.validate.parameter;

import dev.writ.engine.http.Headers;
import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.Pointers;
import dev.writ.engine.model.Serialization.Styled;
import dev.writ.engine.model.Style;
import dev.writ.engine.schema.SchemaError;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form whose encoding declares a style, as parameters of a query have one. Thread-safe. */
final class StyledFields {
    private final SchemaShape shape;
    private final Map<String, Styled> styles = new LinkedHashMap<>();
    private final Map<TextCoding, Map<String, StyledText>> readers = new EnumMap<>(TextCoding.class);

    StyledFields(Encodings encodings, SchemaShape shape) {
        this.shape = shape;
        encodings.byName().forEach((name, encoding) -> encoding.styled().ifPresent(style -> styles.put(name, style)));
        for (TextCoding coding : List.of(TextCoding.FORM, TextCoding.PLAIN)) {
            Map<String, StyledText> texts = new LinkedHashMap<>();
            styles.forEach((name, style) -> texts.put(
                    name,
                    ReaderFactory.ofField(
                            name,
                            style,
                            shape.property(name),
                            coding,
                            other -> !other.equals(name) && !mayTake(name, other))));
            readers.put(coding, texts);
        }
    }

    /** Adds what the fields have to {@code members}, and what they should not have to the errors of {@code values}. */
    void read(FormValues values, Map<String, Written> members) {
        if (styles.isEmpty()) {
            return;
        }
        Sent sent = new Sent(Map.of(), Optional.empty(), values.texts(), Headers.none(), Pairs.NONE);
        readers.getOrDefault(values.coding(), Map.of()).forEach((name, text) -> {
            StyledText.Findings findings = text.find(sent);
            if (!findings.readings().isEmpty()) {
                members.put(name, findings.readings().get(0));
            } else if (!findings.malformed().isEmpty()) {
                SchemaError error = findings.malformed().get(0);
                values.error(
                        new SchemaError(Pointers.append("", name), error.keyword(), name + ": " + error.message(), ""));
            }
        });
    }

    /** Whether a name in a form belongs to one of these fields. */
    boolean isTaken(String name) {
        return styles.entrySet().stream()
                .anyMatch(field -> name.equals(field.getKey())
                        || isBracketed(field, name)
                        || (isExploded(field.getKey()) && takes(field.getKey(), name)));
    }

    private boolean takes(String field, String name) {
        return shape.property(field).propertyNames().contains(name) || mayTake(field, name);
    }

    /** An object that does not say that it takes more leaves other names to the form. */
    private boolean mayTake(String field, String name) {
        SchemaShape exploded = shape.property(field);
        return exploded.open() && exploded.openBySaying() && !isFieldOfItsOwn(name);
    }

    private boolean isFieldOfItsOwn(String name) {
        return (shape.propertyNames().contains(name) && !isExploded(name))
                || styles.entrySet().stream().anyMatch(field -> isBracketed(field, name));
    }

    private static boolean isBracketed(Map.Entry<String, Styled> field, String name) {
        return field.getValue().style() == Style.DEEP_OBJECT && name.startsWith(field.getKey() + "[");
    }

    /** Whether the properties of a field stand for it. */
    private boolean isExploded(String name) {
        return Optional.ofNullable(styles.get(name))
                .filter(style -> style.style() == Style.FORM && style.explode())
                .filter(style -> shape.property(name).allows(JsonType.OBJECT)
                        && !shape.property(name).allows(JsonType.STRING))
                .isPresent();
    }
}
