package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.ResponseDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads {@code content} and {@code responses}. */
final class ContentReader {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern XML = Pattern.compile("(application|text)/xml.*|.*\\+xml.*");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d|[1-5]XX|default");

    private ContentReader() {}

    static List<MediaTypeObject> content(Element owner) {
        List<MediaTypeObject> content = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        owner.members("content")
                .forEach((name, reference) -> mediaType(reference).ifPresent(mediaType -> {
                    Optional<String> type = mediaType(name);
                    if (type.isEmpty()) {
                        reference.fault("'" + name + "' is no media type");
                        return;
                    }
                    if (!seen.add(type.get())) {
                        reference.fault("the media type '" + type.get() + "' stands here twice");
                    }
                    Optional<Element> schema = mediaType.child("schema");
                    schema.ifPresent(any -> warnOfUnchecked(type.get(), mediaType));
                    content.add(new MediaTypeObject(
                            type.get(),
                            schema.map(ParameterReader::node),
                            mediaType.child("itemSchema").map(ParameterReader::node),
                            EncodingReader.encodings(
                                    mediaType, MediaType.parse(name).orElseThrow()),
                            mediaType.place()));
                }));
        return List.copyOf(content);
    }

    /** What stands under a media type, or what a reference there leads to (from OpenAPI 3.2 on, section 4.14). */
    static Optional<Element> mediaType(Element element) {
        return element.isFrom(Version.V3_2) ? element.resolved() : Optional.of(element);
    }

    /** A media type or range in one spelling; empty if it is none. */
    static Optional<String> mediaType(String text) {
        return MediaType.parse(text)
                .filter(parsed -> !parsed.type().equals("*") || parsed.subtype().equals("*"))
                .map(ContentReader::text);
    }

    static void warnOfUnchecked(String type, Element at) {
        if (XML.matcher(type).matches()) {
            at.warnOnce("content of type " + type + " is handed over unchecked");
        }
    }

    /** In one spelling, with its parameters. */
    static String text(MediaType type) {
        StringBuilder text = new StringBuilder(type.essence());
        type.parameters()
                .forEach((name, value) -> text.append(';')
                        .append(name)
                        .append('=')
                        .append(
                                TOKEN.matcher(value).matches()
                                        ? value
                                        : "\"" + value.replaceAll("([\"\\\\])", "\\\\$1") + "\""));
        return text.toString();
    }

    static List<ResponseDeclaration> responses(Element operation) {
        return responses(
                operation,
                (status, response) ->
                        new ResponseDeclaration(status, headers(response), content(response), response.place()));
    }

    /** @param declaration of a status and what is declared for it */
    static List<ResponseDeclaration> responses(
            Element operation, BiFunction<String, Element, ResponseDeclaration> declaration) {
        List<ResponseDeclaration> responses = new ArrayList<>();
        operation.members("responses").forEach((name, reference) -> {
            if (name.startsWith("x-")) {
                return;
            }
            String status = name.toLowerCase(Locale.ROOT).replace("xx", "XX");
            if (!STATUS.matcher(status).matches()) {
                reference.fault("'" + name + "' is no status: 200, 2XX or default are");
                return;
            }
            if (!status.equals(name)) {
                reference.warn("'" + status + "' is how it is written");
            }
            reference.resolved().ifPresent(response -> responses.add(declaration.apply(status, response)));
        });
        if (responses.isEmpty()) {
            operation.warn("no responses are declared: every answer is outside of the contract");
        }
        return List.copyOf(responses);
    }

    private static List<Header> headers(Element response) {
        List<Header> headers = new ArrayList<>();
        response.members("headers")
                .forEach((name, reference) -> reference
                        .resolved()
                        .flatMap(header -> ParameterReader.header(name, header))
                        .ifPresent(headers::add));
        return List.copyOf(headers);
    }
}
