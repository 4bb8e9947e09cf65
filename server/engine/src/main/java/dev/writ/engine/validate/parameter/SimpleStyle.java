package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code style: simple}: {@code blue,black,brown}, {@code R,100,G,200}, exploded {@code R=100,G=200}.
 *
 * @param raw where the text stands, if it is there
 * @param delimiter between items: a comma, unless the contract is of Swagger 2.0
 */
record SimpleStyle(Function<Sent, Optional<String>> raw, TextCoding coding, char delimiter, boolean explode)
        implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        return raw.apply(sent).map(text -> read(text, kind)).orElse(Reading.ABSENT);
    }

    private Reading read(String text, Kind kind) {
        if (kind == Kind.PRIMITIVE) {
            return Pieces.text(text, coding);
        }
        List<String> pieces = pieces(text);
        if (kind == Kind.ARRAY) {
            return Pieces.items(pieces, coding);
        }
        return explode ? Pieces.assigned(pieces, coding) : Pieces.inTurn(pieces, coding);
    }

    /** A path can have no delimiter but the comma as it is, so the others are encoded there. */
    private List<String> pieces(String text) {
        if (delimiter == ',' || coding == TextCoding.NONE) {
            return Pieces.split(text, delimiter);
        }
        String plain = String.valueOf(delimiter);
        String encoded = String.format("%%%02X", (int) delimiter);
        return Pieces.split(text.replace(encoded, plain).replace(encoded.toLowerCase(Locale.ROOT), plain), delimiter);
    }
}
