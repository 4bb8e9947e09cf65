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
        owner.members("content").forEach((name, mediaType) -> {
            Optional<String> type = MediaType.parse(name)
                    .filter(parsed ->
                            !parsed.type().equals("*") || parsed.subtype().equals("*"))
                    .map(ContentReader::text);
            if (type.isEmpty()) {
                mediaType.fault("'" + name + "' is no media type");
                return;
            }
            if (!seen.add(type.get())) {
                mediaType.fault("the media type '" + type.get() + "' stands here twice");
            }
            Optional<Element> schema = mediaType.child("schema");
            if (schema.isPresent() && isUnchecked(type.get())) {
                mediaType.warnOnce("content of type " + type.get() + " is handed over unchecked");
            }
            MediaType.parse(name).ifPresent(parsed -> SequenceRules.check(parsed, mediaType));
            content.add(new MediaTypeObject(
                    type.get(),
                    schema.map(ParameterReader::node),
                    mediaType.child("itemSchema").map(ParameterReader::node),
                    EncodingReader.encodings(mediaType),
                    mediaType.place()));
        });
        return List.copyOf(content);
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

    private static boolean isUnchecked(String type) {
        return type.startsWith("multipart/")
                || type.startsWith("application/x-www-form-urlencoded")
                || XML.matcher(type).matches();
    }

    static List<ResponseDeclaration> responses(Element operation) {
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
            reference
                    .resolved()
                    .ifPresent(response -> responses.add(
                            new ResponseDeclaration(status, headers(response), content(response), response.place())));
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
