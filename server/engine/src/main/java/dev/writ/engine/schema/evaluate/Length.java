package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.Octets;
import java.util.Optional;

/** {@code minLength} and {@code maxLength}, in code points; of octets in bytes. */
record Length(Site site, long limit, boolean most) implements Keyword {
    static Optional<Keyword> min(SchemaSource source) {
        return Size.limit(source, "minLength").map(limit -> new Length(source.site("minLength"), limit, false));
    }

    static Optional<Keyword> max(SchemaSource source) {
        return Size.limit(source, "maxLength").map(limit -> new Length(source.site("maxLength"), limit, true));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        if (value instanceof Octets octets && !octets.isOpaque()) {
            long length = octets.length();
            return (most ? length <= limit : length >= limit)
                    || run.fail(site, () -> Messages.size("have", bound(), limit, "byte", "has", length));
        }
        String text = Values.text(value);
        return text == null || fits(text) || run.fail(site, () -> message(text));
    }

    /** A text has between half as many code points as it has units, and as many. */
    private boolean fits(String text) {
        int units = text.length();
        if (most) {
            return units <= limit || (units <= limit * 2 && Values.length(text) <= limit);
        }
        return units >= limit && (units >= limit * 2 || Values.length(text) >= limit);
    }

    private String message(String text) {
        return Messages.size("be", bound(), limit, "character", "was", Values.length(text));
    }

    private String bound() {
        return most ? "at most" : "at least";
    }
}
