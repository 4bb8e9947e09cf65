package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.pattern.EcmaPattern;
import java.util.Optional;

/** {@code pattern}. */
record PatternKeyword(Site site, EcmaPattern pattern) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        JsonNode regex = source.get("pattern");
        return regex.isTextual()
                ? Optional.of(new PatternKeyword(source.site("pattern"), compile(source, regex.textValue())))
                : Optional.empty();
    }

    static EcmaPattern compile(SchemaSource source, String regex) {
        try {
            return EcmaPattern.compile(regex);
        } catch (IllegalArgumentException e) {
            throw Compilation.fault(source.schema(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        String text = Values.text(value);
        return text == null || occurs(pattern, text, run) || run.fail(site, () -> "must match " + pattern.source());
    }

    static boolean occurs(EcmaPattern pattern, String text, Run run) {
        run.budget().charge(1);
        return pattern.occursIn(text, run.budget());
    }
}
