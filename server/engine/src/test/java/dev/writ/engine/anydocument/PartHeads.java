package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ValueGenerator.Extent;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What stands in the heads of parts: names of files, and the header fields that an Encoding Object declares. */
final class PartHeads {
    private static final List<String> FILE_NAMES = List.of("a.png", "b c.txt", "ä中.jpg", "no-extension", "a.tar.gz");

    private final SchemaSet schemas;
    private final Referee referee;
    private final Random random;

    PartHeads(SchemaSet schemas, Referee referee, Random random) {
        this.schemas = schemas;
        this.referee = referee;
        this.random = random;
    }

    FormPart head(FormPart part, Spec.Encoding encoding) throws Unsatisfiable {
        TreeMap<String, String> headers = new TreeMap<>();
        for (Spec.Parameter header : encoding.headers()) {
            if (header.required() || random.nextBoolean()) {
                value(header).ifPresent(text -> headers.put(header.name(), text));
            }
            if (header.required() && !headers.containsKey(header.name())) {
                throw new Unsatisfiable("no value for the header " + header.name() + " of a part");
            }
        }
        Optional<String> fileName = part.kind() == FormKind.FILE && random.nextInt(4) > 0
                ? Optional.of(FILE_NAMES.get(random.nextInt(FILE_NAMES.size())))
                : Optional.empty();
        Optional<String> type = part.contentType();
        if (part.kind() == FormKind.TEXT && type.isEmpty() && random.nextBoolean()) {
            type = Optional.of("text/plain; charset=utf-8");
        }
        return new FormPart(
                part.pointer(), part.kind(), part.name(), fileName, type, headers, part.octets(), part.styled());
    }

    private Optional<String> value(Spec.Parameter header) throws Unsatisfiable {
        if (header.schema().isEmpty()
                || header.name().toLowerCase(java.util.Locale.ROOT).startsWith("content-")) {
            return Optional.empty();
        }
        JsonNode value = new ValueGenerator(
                        schemas, referee, random, header.contentType().isEmpty(), StringValues.TOKEN)
                .generate(schemas.of(header.schema().get()), Extent.SOME);
        return ParameterWriter.header(header, value);
    }
}
