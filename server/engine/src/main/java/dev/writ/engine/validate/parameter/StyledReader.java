package dev.writ.engine.validate.parameter;

import dev.writ.engine.schema.SchemaError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a style writes. Where the schema leaves open whether it is a primitive, an array or an object, a text with
 * delimiters is taken for an array or object if that is valid, any other for a primitive.
 */
final class StyledReader implements ValueReader {
    private final StyleReader style;
    private final TextConverter converter;
    private final List<Kind> kinds;
    private final boolean emptyAllowed;

    StyledReader(StyleReader style, TextConverter converter, boolean emptyAllowed) {
        this.style = style;
        this.converter = converter;
        this.kinds = kinds(converter.shape(), style instanceof DeepObjectStyle);
        this.emptyAllowed = emptyAllowed;
    }

    /** What the value may be, the most structured first. */
    static List<Kind> kinds(SchemaShape shape, boolean deep) {
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

    @Override
    public Outcome read(Sent sent) {
        List<Written> found = new ArrayList<>();
        List<SchemaError> malformed = new ArrayList<>();
        for (Kind kind : kinds) {
            Optional<SchemaError> error = style.read(sent, kind)
                    .fold(
                            Optional::<SchemaError>empty,
                            written -> {
                                found.add(written);
                                return Optional.empty();
                            },
                            Optional::of);
            error.ifPresent(malformed::add);
        }
        found.sort(Comparator.comparingInt(StyledReader::rank));
        Optional<Outcome> invalid = Optional.empty();
        for (Written written : found) {
            Outcome outcome = convert(written);
            if (!(outcome instanceof Outcome.Invalid)) {
                return outcome;
            }
            invalid = invalid.or(() -> Optional.of(outcome));
        }
        if (invalid.isPresent()) {
            return invalid.get();
        }
        return malformed.isEmpty() ? Outcome.ABSENT : new Outcome.Invalid(List.of(malformed.get(0)));
    }

    private static int rank(Written written) {
        return written.isStructured() ? 0 : written instanceof Written.Text ? 1 : 2;
    }

    private Outcome convert(Written written) {
        return converter
                .convert(written)
                .<Outcome>fold(
                        Outcome.Valid::new,
                        errors -> emptyAllowed && written.isEmpty() ? Outcome.UNUSED : new Outcome.Invalid(errors));
    }
}
