package dev.writ.engine.validate.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code style: matrix}: {@code ;color=blue,black}, {@code ;color=R,100,G,200}, exploded {@code ;color=blue;color=black},
 * {@code ;R=100;G=200}; {@code ;color} alone is empty.
 */
record MatrixStyle(String name, boolean explode) implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        return Optional.ofNullable(sent.pathValues().get(name))
                .map(raw -> raw.startsWith(";")
                        ? read(Pieces.split(raw.substring(1), ';'), kind)
                        : Reading.malformed("style", "must begin with a semicolon"))
                .orElse(Reading.ABSENT);
    }

    private Reading read(List<String> pieces, Kind kind) {
        if (explode && kind == Kind.OBJECT) {
            return Pieces.assigned(pieces, TextCoding.PERCENT);
        }
        List<String> values = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            String before = equals < 0 ? piece : piece.substring(0, equals);
            if (!TextCoding.PERCENT.decode(before).filter(name::equals).isPresent()) {
                return Reading.malformed("style", "must be written as ;" + name + "=...");
            }
            values.add(equals < 0 ? "" : piece.substring(equals + 1));
        }
        if (explode && kind == Kind.ARRAY) {
            return Pieces.items(values, TextCoding.PERCENT);
        }
        if (values.size() > 1) {
            return Reading.repeated(values.size());
        }
        return switch (kind) {
            case PRIMITIVE -> Pieces.text(values.get(0), TextCoding.PERCENT);
            case ARRAY -> Pieces.items(Pieces.split(values.get(0), ','), TextCoding.PERCENT);
            case OBJECT -> Pieces.inTurn(Pieces.split(values.get(0), ','), TextCoding.PERCENT);
        };
    }
}
