package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code minLength} and {@code maxLength}, in code points. */
record Length(Site site, long limit, boolean most) implements Keyword {
    static Optional<Keyword> min(SchemaSource source) {
        return Size.limit(source, "minLength").map(limit -> new Length(source.site("minLength"), limit, false));
    }

    static Optional<Keyword> max(SchemaSource source) {
        return Size.limit(source, "maxLength").map(limit -> new Length(source.site("maxLength"), limit, true));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
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
        return Messages.size("be", most ? "at most" : "at least", limit, "character", "was", Values.length(text));
    }
}
