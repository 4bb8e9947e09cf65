package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.anydocument.ParameterWriter.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes a value as parts of a multipart body in the style that its encoding has. Nothing is percent-encoded there (OpenAPI
 * 3.1.1, section 4.8.15.1.2), so what has the delimiter in it cannot be written.
 */
final class PartWriter {
    private PartWriter() {}

    static Optional<List<Pair>> write(Spec.Parameter style, JsonNode value) {
        String name = style.name();
        boolean spread = style.explode() && value.isContainerNode();
        return switch (style.style()) {
            case "form" ->
                spread
                        ? ParameterWriter.pairs(name, value, UnaryOperator.identity(), UnaryOperator.identity())
                        : joined(name, value, ",");
            case "spaceDelimited", "pipeDelimited" ->
                !value.isContainerNode() || style.explode()
                        ? Optional.empty()
                        : joined(name, value, style.style().equals("pipeDelimited") ? "|" : " ");
            case "ssv" -> joined(name, value, " ");
            case "tsv" -> joined(name, value, "\t");
            case "pipes" -> joined(name, value, "|");
            case "deepObject" -> value.isObject() ? deep(name, value) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<List<Pair>> joined(String name, JsonNode value, String delimiter) {
        return ParameterWriter.isCut(value, delimiter)
                ? Optional.empty()
                : ParameterWriter.joined(value, delimiter, false, UnaryOperator.identity())
                        .map(text -> List.of(new Pair(name, text)));
    }

    private static Optional<List<Pair>> deep(String name, JsonNode value) {
        List<Pair> pairs = new ArrayList<>();
        for (var member : value.properties()) {
            if (member.getValue().isContainerNode()
                    || member.getValue().asText().isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new Pair(
                    name + "[" + member.getKey() + "]", member.getValue().asText()));
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }
}
