package dev.writ.engine.validate.parameter;

import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text in a style. Where the schema leaves open whether it is a primitive, an array or an object, a text with delimiters is
 * rather an array or object, any other rather a primitive. Thread-safe.
 */
final class StyledText {
    private final StyleReader style;
    private final List<Kind> kinds;

    StyledText(StyleReader style, SchemaShape shape) {
        this.style = style;
        this.kinds = kinds(shape, style instanceof DeepObjectStyle);
    }

    private static List<Kind> kinds(SchemaShape shape, boolean deep) {
        List<Kind> kinds = new ArrayList<>();
        boolean anything = shape.types().size() == JsonType.values().length;
        if (anything ? deep || shape.hints().contains(JsonType.OBJECT) : shape.allows(JsonType.OBJECT)) {
            kinds.add(Kind.OBJECT);
        }
        if (anything ? shape.hints().contains(JsonType.ARRAY) : shape.allows(JsonType.ARRAY)) {
            kinds.add(Kind.ARRAY);
        }
        if (kinds.isEmpty() || shape.types().stream().anyMatch(type -> type.isScalar() && type != JsonType.NULL)) {
            kinds.add(Kind.PRIMITIVE);
        }
        return List.copyOf(kinds);
    }

    /**
     * What was found.
     *
     * @param readings what the text may be, the most likely first
     * @param malformed why it is nothing else
     */
    record Findings(List<Written> readings, List<SchemaError> malformed) {}

    Findings find(Sent sent) {
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());
        for (Kind kind : kinds) {
            style.read(sent, kind)
                    .<Runnable>fold(
                            () -> () -> {},
                            written -> () -> findings.readings.add(written),
                            malformed -> () -> findings.malformed.add(malformed))
                    .run();
        }
        findings.readings.sort(Comparator.comparingInt(StyledText::rank));
        return findings;
    }

    private static int rank(Written written) {
        return written.isStructured() ? 0 : written instanceof Written.Text ? 1 : 2;
    }
}
