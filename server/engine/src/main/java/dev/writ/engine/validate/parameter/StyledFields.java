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
                            other -> !other.equals(name) && isFieldOfItsOwn(other))));
            readers.put(coding, texts);
        }
    }

    /** Adds what the fields have to {@code members}, and what they should not have to {@code errors}. */
    void read(FormValues values, Map<String, Written> members, List<SchemaError> errors) {
        if (styles.isEmpty()) {
            return;
        }
        Sent sent = new Sent(Map.of(), values.texts(), Headers.none(), Pairs.NONE);
        readers.getOrDefault(values.coding(), Map.of()).forEach((name, text) -> {
            StyledText.Findings findings = text.find(sent);
            if (!findings.readings().isEmpty()) {
                members.put(name, findings.readings().get(0));
            } else if (!findings.malformed().isEmpty()) {
                SchemaError error = findings.malformed().get(0);
                errors.add(
                        new SchemaError(Pointers.append("", name), error.keyword(), name + ": " + error.message(), ""));
            }
        });
    }

    /** Whether a name in a form belongs to one of these fields. */
    boolean isTaken(String name) {
        return styles.entrySet().stream()
                .anyMatch(field -> name.equals(field.getKey())
                        || (field.getValue().style() == Style.DEEP_OBJECT && name.startsWith(field.getKey() + "["))
                        || (isExploded(field.getKey()) && takes(shape.property(field.getKey()), name)));
    }

    private boolean takes(SchemaShape exploded, String name) {
        return exploded.propertyNames().contains(name) || (exploded.open() && !isFieldOfItsOwn(name));
    }

    private boolean isFieldOfItsOwn(String name) {
        return shape.propertyNames().contains(name) && !isExploded(name);
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
