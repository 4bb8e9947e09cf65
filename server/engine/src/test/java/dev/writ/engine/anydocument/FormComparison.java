package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** What the handler must see of a form: the values that were sent, and files by their octets, names and types. */
final class FormComparison {
    private final SentForm sent;
    private final JsonNode expected;
    private final Node schema;
    private final Referee referee;

    FormComparison(SentForm sent, Spec.Media media, SchemaSet schemas, Referee referee) {
        this.sent = sent;
        this.expected = sent.value().deepCopy();
        media.encodings().forEach((name, encoding) -> {
            if (expected instanceof ObjectNode object && !object.has(name)) {
                encoding.otherwise().ifPresent(value -> object.set(name, value));
            }
        });
        this.schema = schemas.of(media.schema().orElseThrow());
        this.referee = referee;
    }

    /** Where they differ. */
    Optional<String> difference(Optional<JsonNode> got) {
        if (got.isEmpty()) {
            return Optional.of("no value arrives");
        }
        JsonNode plain = got.get();
        for (FormPart part : sent.parts()) {
            if (part.kind() != FormKind.FILE && part.kind() != FormKind.OPAQUE) {
                continue;
            }
            Optional<ReceivedFile> file = ReceivedFile.in(got.get().at(part.pointer()));
            if (file.isEmpty() || !isSame(part, file.get())) {
                return Optional.of(part.pointer() + " arrives as " + file);
            }
            JsonNode placeholder = part.kind() == FormKind.OPAQUE
                    ? sent.value().at(part.pointer())
                    : TextNode.valueOf(file.get().octets());
            plain = Json.with(plain, part.pointer(), placeholder);
        }
        if (Json.same(plain, expected)) {
            return Optional.empty();
        }
        for (FormPart part : sent.parts()) {
            if (part.kind() == FormKind.JSON
                    && !Json.same(plain.at(part.pointer()), sent.value().at(part.pointer()))) {
                return Optional.of(part.pointer() + " arrives as " + plain.at(part.pointer()));
            }
        }
        boolean sameText = Readings.text(plain).equals(Readings.text(expected));
        return sameText && referee.accepts(schema, plain)
                ? Optional.empty()
                : Optional.of(expected + " arrives as " + plain);
    }

    /** White space around parameters is nothing (RFC 9110, section 8.3.1). */
    private static String plain(String type) {
        return type.replaceAll("\\s*;\\s*", ";");
    }

    private static boolean isSame(FormPart part, ReceivedFile file) {
        return part.octets().equals(file.octets())
                && part.fileName().equals(file.fileName())
                && part.contentType()
                        .map(FormComparison::plain)
                        .equals(file.contentType().map(FormComparison::plain));
    }
}
