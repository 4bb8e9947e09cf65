package dev.writ.engine.parse;

import dev.writ.engine.model.Header;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.ResponseDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code content} and {@code responses}. */
final class ContentReader {
    private ContentReader() {}

    static List<MediaTypeObject> content(Element owner) {
        List<MediaTypeObject> content = new ArrayList<>();
        owner.members("content").forEach((name, mediaType) -> {
            String type = name.toLowerCase(Locale.ROOT);
            if (!type.equals("application/json") && !type.endsWith("+json")) {
                mediaType.fault("media type '" + name + "': only application/json and +json are supported");
            }
            mediaType
                    .child("schema")
                    .ifPresentOrElse(
                            schema -> content.add(new MediaTypeObject(
                                    type, Optional.of(ParameterReader.node(schema)), mediaType.place())),
                            () -> mediaType.fault("'schema' is missing"));
        });
        return content;
    }

    static List<ResponseDeclaration> responses(Element operation) {
        List<ResponseDeclaration> responses = new ArrayList<>();
        operation.members("responses").forEach((status, reference) -> {
            if (status.startsWith("x-")) {
                return;
            }
            if (!status.matches("[1-5]\\d\\d|[1-5]XX|default")) {
                reference.fault("'" + status + "' is no status: 200, 2XX or default are");
            }
            reference.resolved().ifPresent(response -> {
                if (response.child("description").isEmpty()) {
                    response.fault("'description' is missing");
                }
                responses.add(new ResponseDeclaration(status, headers(response), content(response), response.place()));
            });
        });
        return responses;
    }

    private static List<Header> headers(Element response) {
        List<Header> headers = new ArrayList<>();
        response.members("headers")
                .forEach((name, reference) -> reference
                        .resolved()
                        .flatMap(header -> ParameterReader.header(name, header))
                        .ifPresent(headers::add));
        return headers;
    }
}
