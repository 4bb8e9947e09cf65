package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Optional;

/** {@code style: label}: {@code .blue,black,brown}, {@code .R,100,G,200}, exploded {@code .blue.black}, {@code .R=100.G=200}. */
record LabelStyle(String name, boolean explode) implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        return Optional.ofNullable(sent.pathValues().get(name))
                .map(raw -> raw.startsWith(".")
                        ? read(raw.substring(1), kind)
                        : Reading.malformed("style", "must begin with a dot"))
                .orElse(Reading.ABSENT);
    }

    private Reading read(String text, Kind kind) {
        if (kind == Kind.PRIMITIVE) {
            return Pieces.text(text, TextCoding.PERCENT);
        }
        List<String> pieces = Pieces.split(text, explode ? '.' : ',');
        if (kind == Kind.ARRAY) {
            return Pieces.items(pieces, TextCoding.PERCENT);
        }
        return explode ? Pieces.assigned(pieces, TextCoding.PERCENT) : Pieces.inTurn(pieces, TextCoding.PERCENT);
    }
}
