package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code style: simple}: {@code blue,black,brown}, {@code R,100,G,200}, exploded {@code R=100,G=200}.
 *
 * @param raw where the text stands, if it is there
 */
record SimpleStyle(Function<Sent, Optional<String>> raw, TextCoding coding, boolean explode) implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        return raw.apply(sent).map(text -> read(text, kind)).orElse(Reading.ABSENT);
    }

    private Reading read(String text, Kind kind) {
        if (kind == Kind.PRIMITIVE) {
            return Pieces.text(text, coding);
        }
        List<String> pieces = Pieces.split(text, ',');
        if (kind == Kind.ARRAY) {
            return Pieces.items(pieces, coding);
        }
        return explode ? Pieces.assigned(pieces, coding) : Pieces.inTurn(pieces, coding);
    }
}
