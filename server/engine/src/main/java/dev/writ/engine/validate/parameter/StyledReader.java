package dev.writ.engine.validate.parameter;

import java.util.List;
import java.util.Optional;

/** Reads what a style writes: the first reading that is valid. */
final class StyledReader implements ValueReader {
    private final StyledText text;
    private final TextConverter converter;
    private final boolean emptyAllowed;

    StyledReader(StyleReader style, TextConverter converter, boolean emptyAllowed) {
        this.text = new StyledText(style, converter.shape());
        this.converter = converter;
        this.emptyAllowed = emptyAllowed;
    }

    @Override
    public Outcome read(Sent sent) {
        StyledText.Findings findings = text.find(sent);
        Optional<Outcome> invalid = Optional.empty();
        for (Written written : findings.readings()) {
            Outcome outcome = convert(written);
            if (!(outcome instanceof Outcome.Invalid)) {
                return outcome;
            }
            invalid = invalid.or(() -> Optional.of(outcome));
        }
        if (invalid.isPresent()) {
            return invalid.get();
        }
        return findings.malformed().isEmpty()
                ? Outcome.ABSENT
                : new Outcome.Invalid(List.of(findings.malformed().get(0)));
    }

    private Outcome convert(Written written) {
        return converter
                .convert(written)
                .<Outcome>fold(
                        Outcome.Valid::new,
                        errors -> emptyAllowed && written.isEmpty() ? Outcome.UNUSED : new Outcome.Invalid(errors));
    }
}
