package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Locale;

/**
 * {@code style: spaceDelimited} and {@code pipeDelimited}: {@code color=blue%20black}, {@code color=R%7C100%7CG%7C200}. The
 * delimiter itself has to be encoded in a URI, so it cannot be part of a value; where nothing is encoded it is there as it
 * is. What these styles leave undefined (primitives, and everything exploded) is read as {@code form}.
 *
 * @param delimiters ways to write the delimiter
 */
record DelimitedStyle(List<String> delimiters, FormStyle form) implements StyleReader {
    private static final char CUT = ',';

    static DelimitedStyle spaces(FormStyle form) {
        return of(" ", List.of("%20", "+"), form);
    }

    static DelimitedStyle pipes(FormStyle form) {
        return of("|", List.of("%7C", "|"), form);
    }

    /** {@code collectionFormat: tsv} of Swagger 2.0. */
    static DelimitedStyle tabs(FormStyle form) {
        return of("\t", List.of("%09"), form);
    }

    private static DelimitedStyle of(String plain, List<String> encoded, FormStyle form) {
        return new DelimitedStyle(form.coding() == TextCoding.PLAIN ? List.of(plain) : encoded, form);
    }

    @Override
    public Reading read(Sent sent, Kind kind) {
        List<String> values = form.pairs().apply(sent).values(form.name());
        if (form.explode() || kind == Kind.PRIMITIVE || values.size() != 1) {
            return form.read(sent, kind);
        }
        List<String> pieces = pieces(values.get(0));
        return kind == Kind.ARRAY ? Pieces.items(pieces, form.coding()) : Pieces.inTurn(pieces, form.coding());
    }

    private List<String> pieces(String raw) {
        if (form.coding() == TextCoding.PLAIN) {
            return Pieces.split(raw, delimiters.get(0).charAt(0));
        }
        // Commas are data here: they are encoded before commas become the delimiter.
        String text = raw.replace(",", "%2C");
        for (String delimiter : delimiters) {
            text = text.replace(delimiter, ",").replace(delimiter.toLowerCase(Locale.ROOT), ",");
        }
        return Pieces.split(text, CUT);
    }
}
