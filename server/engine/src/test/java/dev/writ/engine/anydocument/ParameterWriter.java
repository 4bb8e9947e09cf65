package dev.writ.engine.anydocument;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes the value of a parameter as its style asks for (OpenAPI 3.1.1, section 4.8.12.6, and RFC 6570). Empty where the
 * specification does not define how.
 */
final class ParameterWriter {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private ParameterWriter() {}

    /** A name and its value in a query or cookie, encoded both. */
    record Pair(String name, String value) {}

    /** The text that stands in the place of a path variable. */
    static Optional<String> path(Spec.Parameter parameter, JsonNode value) {
        if (parameter.contentType().isPresent()) {
            return Optional.of(encode(value.toString()));
        }
        boolean explode = parameter.explode();
        String name = encode(parameter.name());
        return switch (parameter.style()) {
            case "simple" -> joined(value, ",", explode, ParameterWriter::encode);
            case "ssv", "tsv", "pipes" -> joined(value, delimiter(parameter), false, ParameterWriter::encode);
            case "label" ->
                dotted(value)
                        ? Optional.empty()
                        : joined(value, explode ? "." : ",", explode, ParameterWriter::encode)
                                .map(text -> "." + text);
            case "matrix" -> {
                if (!explode || !value.isContainerNode()) {
                    yield joined(value, ",", false, ParameterWriter::encode).map(text -> ";" + name + "=" + text);
                }
                yield pairs(name, value, ParameterWriter::encode, ParameterWriter::encode)
                        .map(pairs -> {
                            StringBuilder text = new StringBuilder();
                            pairs.forEach(pair -> text.append(';')
                                    .append(pair.name())
                                    .append('=')
                                    .append(pair.value()));
                            return text.toString();
                        });
            }
            default -> Optional.empty();
        };
    }

    static Optional<List<Pair>> query(Spec.Parameter parameter, JsonNode value) {
        UnaryOperator<String> encoder =
                parameter.allowReserved() ? ParameterWriter::encodeReserved : ParameterWriter::encode;
        String name = encode(parameter.name());
        if (parameter.contentType().isPresent()) {
            return Optional.of(List.of(new Pair(name, encode(value.toString()))));
        }
        boolean explode = parameter.explode() && value.isContainerNode();
        return switch (parameter.style()) {
            case "form" ->
                explode
                        ? pairs(name, value, ParameterWriter::encode, encoder)
                        : joined(value, ",", false, ParameterWriter::encode).map(text -> List.of(new Pair(name, text)));
            case "spaceDelimited", "pipeDelimited" -> {
                if (!value.isContainerNode() || parameter.explode()) {
                    yield Optional.empty();
                }
                String delimiter = parameter.style().equals("pipeDelimited") ? "%7C" : "%20";
                yield contains(value, " |")
                        ? Optional.empty()
                        : joined(value, delimiter, false, ParameterWriter::encode)
                                .map(text -> List.of(new Pair(name, text)));
            }
            case "ssv", "tsv", "pipes" ->
                isCut(value, " \t|")
                        ? Optional.empty()
                        : joined(value, delimiter(parameter), false, ParameterWriter::encode)
                                .map(text -> List.of(new Pair(name, text)));
            case "deepObject" -> {
                if (!value.isObject() || !isFlat(value)) {
                    yield Optional.empty();
                }
                List<Pair> pairs = new ArrayList<>();
                value.properties()
                        .forEach(member -> pairs.add(new Pair(
                                encode(parameter.name() + "[" + member.getKey() + "]"),
                                encoder.apply(member.getValue().asText()))));
                yield Optional.of(pairs);
            }
            default -> Optional.empty();
        };
    }

    /** The whole query (OpenAPI 3.2.0, section 4.12.1). */
    static Optional<String> whole(Spec.Parameter parameter, JsonNode value) {
        if (!parameter.isForm()) {
            boolean json = Media.isJson(parameter.contentType().orElse(""));
            return json || value.isTextual()
                    ? Optional.of(encode(json ? value.toString() : value.asText()))
                    : Optional.empty();
        }
        if (!value.isObject()) {
            return Optional.empty();
        }
        List<String> pairs = new ArrayList<>();
        for (var member : value.properties()) {
            JsonNode items = member.getValue();
            if (items.isNull() || (items.isArray() && items.isEmpty())) {
                return Optional.empty();
            }
            for (JsonNode item : items.isArray() ? items : List.of(items)) {
                if (item.isNull()) {
                    return Optional.empty();
                }
                String text = item.isContainerNode() ? item.toString() : item.asText();
                pairs.add(encode(member.getKey()) + "=" + encode(text).replace("%20", "+"));
            }
        }
        return Optional.of(String.join("&", pairs));
    }

    /** Of the collection formats of Swagger 2.0 (section 5.2.10), as a URI has them. */
    private static String delimiter(Spec.Parameter parameter) {
        return switch (parameter.style()) {
            case "ssv" -> "%20";
            case "tsv" -> "%09";
            default -> "%7C";
        };
    }

    static Optional<String> header(Spec.Parameter parameter, JsonNode value) {
        if (parameter.contentType().isPresent()) {
            return Optional.of(value.toString()).filter(ParameterWriter::isFieldValue);
        }
        if (parameter.style().equals("ssv") || parameter.style().equals("pipes")) {
            String delimiter = parameter.style().equals("ssv") ? " " : "|";
            return contains(value, delimiter)
                    ? Optional.empty()
                    : joined(value, delimiter, false, UnaryOperator.identity()).filter(ParameterWriter::isFieldValue);
        }
        boolean several = value.isContainerNode() && contains(value, ",=");
        return several || !parameter.style().equals("simple")
                ? Optional.empty()
                : joined(value, ",", parameter.explode(), UnaryOperator.identity())
                        .filter(ParameterWriter::isFieldValue);
    }

    static Optional<List<Pair>> cookies(Spec.Parameter parameter, JsonNode value) {
        if (!parameter.style().equals("cookie") || parameter.contentType().isPresent()) {
            return cookie(parameter, value).map(text -> List.of(new Pair(parameter.name(), text)));
        }
        // OpenAPI 3.2.0, section 4.12.3: nothing is escaped.
        UnaryOperator<String> plain = UnaryOperator.identity();
        Optional<List<Pair>> pairs = parameter.explode() && value.isContainerNode()
                ? pairs(parameter.name(), value, plain, plain)
                : contains(value, ",")
                        ? Optional.empty()
                        : joined(value, ",", false, plain).map(text -> List.of(new Pair(parameter.name(), text)));
        return pairs.filter(all -> all.stream().allMatch(pair -> isCookie(pair.name() + pair.value())));
    }

    private static boolean isCookie(String text) {
        return text.matches("[!#-+\\--:<-\\[\\]-~,]*");
    }

    private static Optional<String> cookie(Spec.Parameter parameter, JsonNode value) {
        if (parameter.contentType().isPresent()) {
            return Optional.of(encode(value.toString()));
        }
        boolean undefined = value.isContainerNode() && (parameter.explode() || contains(value, ","));
        return undefined || !parameter.style().equals("form")
                ? Optional.empty()
                : joined(value, ",", false, UnaryOperator.identity()).filter(ParameterWriter::isCookie);
    }

    /** Everything but unreserved characters (RFC 3986, section 2.3) as escapes of UTF-8. */
    static String encode(String text) {
        return encode(text, UNRESERVED);
    }

    private static String encodeReserved(String text) {
        return encode(text, UNRESERVED + ":/?@!$'()*,;");
    }

    private static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && plain.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append(String.format("%%%02X", each & 0xFF));
            }
        }
        return encoded.toString();
    }

    /** @param assign whether names stand before their values with an equals sign */
    static Optional<String> joined(JsonNode value, String delimiter, boolean assign, UnaryOperator<String> encoder) {
        if (!isFlat(value)) {
            return Optional.empty();
        }
        if (!value.isContainerNode()) {
            return Optional.of(encoder.apply(value.asText()));
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(encoder.apply(item.asText())));
        if (value.isObject()) {
            texts.clear();
            value.properties().forEach(member -> {
                String name = encoder.apply(member.getKey());
                String text = encoder.apply(member.getValue().asText());
                texts.add(assign ? name + "=" + text : name + delimiter + text);
            });
        }
        return Optional.of(String.join(delimiter, texts));
    }

    /** Of each item, or member, one. */
    static Optional<List<Pair>> pairs(
            String name, JsonNode value, UnaryOperator<String> names, UnaryOperator<String> encoder) {
        if (!isFlat(value)) {
            return Optional.empty();
        }
        List<Pair> pairs = new ArrayList<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> pairs.add(new Pair(
                            names.apply(member.getKey()),
                            encoder.apply(member.getValue().asText()))));
        } else {
            value.forEach(item -> pairs.add(new Pair(name, encoder.apply(item.asText()))));
        }
        return Optional.of(pairs);
    }

    /** Neither empty nor null nor with something inside that has structure; how that is written is not defined. */
    private static boolean isFlat(JsonNode value) {
        if (!value.isContainerNode()) {
            return !value.isNull();
        }
        if (value.isEmpty()) {
            return false;
        }
        for (JsonNode item : value) {
            if (item.isContainerNode() || item.isNull() || item.asText().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean dotted(JsonNode value) {
        return value.isContainerNode() && contains(value, ".");
    }

    /** Whether one of the texts in an array or object has one of these. */
    static boolean contains(JsonNode value, String characters) {
        if (!value.isContainerNode()) {
            return false;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        value.fieldNames().forEachRemaining(texts::add);
        return texts.stream().anyMatch(text -> text.chars().anyMatch(c -> characters.indexOf(c) >= 0));
    }

    /** The same of a text alone too, which would be read as several. */
    static boolean isCut(JsonNode value, String delimiters) {
        return value.isContainerNode()
                ? contains(value, delimiters)
                : value.asText().chars().anyMatch(c -> delimiters.indexOf(c) >= 0);
    }

    private static boolean isFieldValue(String text) {
        return text.matches("[!-~]([ -~]*[!-~])?");
    }
}
