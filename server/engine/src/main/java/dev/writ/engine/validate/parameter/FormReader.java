package dev.writ.engine.validate.parameter;

import dev.writ.engine.model.Encodings;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import java.util.Optional;

/** Reads a query that is a form as a whole (OpenAPI 3.2, section 4.12.1), as a body would be read. */
record FormReader(FormConverter form) implements ValueReader {
    /** The encodings of a parameter that is such a query. */
    static Optional<Encodings> encodings(Parameter parameter) {
        return parameter.in() == In.QUERYSTRING
                ? parameter
                        .serialization()
                        .<Optional<Encodings>>fold(
                                styled -> Optional.empty(),
                                content -> content.mediaType().startsWith("application/x-www-form-urlencoded")
                                        ? Optional.of(content.encodings())
                                        : Optional.empty())
                : Optional.empty();
    }

    @Override
    public Outcome read(Sent sent) {
        return sent.queryString()
                .map(text -> form.convert(FormValues.ofUrlEncoded(text))
                        .<Outcome>fold(Outcome.Valid::new, Outcome.Invalid::new))
                .orElse(Outcome.ABSENT);
    }
}
