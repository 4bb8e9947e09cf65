package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.schema.FormatChecker;
import dev.writ.engine.schema.Formats;
import dev.writ.engine.schema.format.KnownFormats;
import java.util.Optional;

/** {@code format}; one that nobody knows means nothing (JSON Schema Validation, section 7.2.3). */
record FormatKeyword(Site site, String name, FormatChecker checker) implements Keyword {
    static Optional<Keyword> of(SchemaSource source) {
        String name = source.get("format").asText();
        boolean asserted = source.compilation().options().formats() == Formats.ASSERT
                || source.compilation()
                        .schemas()
                        .resource(source.schema())
                        .vocabularies()
                        .assertsFormats();
        FormatChecker own = source.compilation().options().ownFormats().get(name);
        return Optional.ofNullable(own)
                .or(() -> KnownFormats.find(name))
                .filter(checker -> asserted)
                .map(checker -> new FormatKeyword(source.site("format"), name, checker));
    }

    @Override
    public boolean test(JsonNode value, Run run) {
        String text = Values.text(value);
        int length = text == null ? 0 : text.length();
        run.budget().charge(2);
        run.budget().chargeCharacters(length);
        if (name.startsWith("idn-")) {
            // Their tables are large.
            run.budget().charge(8 + length * 6);
        }
        return checker.accepts(value) || run.fail(site, () -> "must be a valid " + name);
    }
}
