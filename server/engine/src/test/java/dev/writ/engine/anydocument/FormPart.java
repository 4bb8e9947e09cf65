package dev.writ.engine.anydocument;

import dev.writ.engine.anydocument.ParameterWriter.Pair;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a multipart body, or a field of a form.
 *
 * @param pointer of its value in that of the form; of one with a style, that of the whole property
 * @param name empty: it has none
 * @param headers other than Content-Type
 * @param octets see {@link Octets}
 * @param styled the field as its style writes it, where it has one
 */
record FormPart(
        String pointer,
        FormKind kind,
        Optional<String> name,
        Optional<String> fileName,
        Optional<String> contentType,
        Map<String, String> headers,
        String octets,
        Optional<Pair> styled) {

    /** A text with a style; in a form that is not multipart, {@link Pair} says how it is written. */
    static FormPart styled(String pointer, Pair pair) {
        return new FormPart(
                pointer,
                FormKind.TEXT,
                Optional.of(pair.name()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Octets.ofText(pair.value()),
                Optional.of(pair));
    }

    FormPart withType(String type) {
        return new FormPart(pointer, kind, name, fileName, Optional.of(type), headers, octets, styled);
    }

    FormPart withName(Optional<String> other) {
        Optional<String> file = other.isPresent() ? fileName : Optional.empty();
        return new FormPart(pointer, kind, other, file, contentType, headers, octets, styled);
    }

    FormPart withHeaders(Map<String, String> others) {
        return new FormPart(pointer, kind, name, fileName, contentType, others, octets, styled);
    }

    FormPart withOctets(String others) {
        return new FormPart(pointer, kind, name, fileName, contentType, headers, others, styled);
    }
}
