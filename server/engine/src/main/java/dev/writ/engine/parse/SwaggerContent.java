package dev.writ.engine.parse;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.schema.SwaggerSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code consumes} and {@code produces}, and responses (Swagger 2.0, sections 5.2.8 and 5.2.13). */
final class SwaggerContent {
    private SwaggerContent() {}

    /** A media type and where it stands. */
    record Named(String mediaType, Element element) {
        MediaTypeObject of(SchemaNode schema) {
            ContentReader.warnOfUnchecked(mediaType, element);
            return new MediaTypeObject(mediaType, Optional.of(schema), element.place());
        }
    }

    /** Those of the operation, even if that says it has none, else those of the document. */
    static List<Named> types(Element root, Element operation, String field) {
        List<Named> types = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Element owner = operation.child(field).isPresent() ? operation : root;
        for (Element item : owner.items(field)) {
            String text = item.node().asText();
            Optional<String> type = ContentReader.mediaType(text);
            if (type.isEmpty()) {
                item.fault("'" + text + "' is no media type");
            } else if (!seen.add(type.get())) {
                item.warn("the media type '" + type.get() + "' stands here twice");
            }
            type.filter(name -> types.stream().noneMatch(other -> other.mediaType.equals(name)))
                    .ifPresent(name -> types.add(new Named(name, item)));
        }
        return List.copyOf(types);
    }

    /** Those that are declared; JSON, or anything if it is octets, where none are. */
    static List<MediaTypeObject> content(Element root, Element operation, String field, SchemaNode schema) {
        List<Named> types = types(root, operation, field);
        if (types.isEmpty()) {
            boolean octets = schema.node().path("format").asText().equals("binary");
            String taken = octets ? "*/*" : "application/json";
            operation.warnOnce("'" + field + "' names no media type: " + taken + " is taken");
            types = List.of(new Named(taken, operation));
        }
        return types.stream().map(type -> type.of(schema)).toList();
    }

    static List<ResponseDeclaration> responses(Element root, Element operation) {
        return ContentReader.responses(operation, (status, response) -> {
            List<Header> headers = new ArrayList<>();
            response.members("headers")
                    .forEach((name, header) ->
                            SwaggerParameters.header(name, header).ifPresent(headers::add));
            // Without a schema there is no content (section 5.2.14).
            List<MediaTypeObject> content = response.child("schema")
                    .map(schema -> content(
                            root,
                            operation,
                            "produces",
                            new SchemaNode(schema.place(), SwaggerSchema.content(schema.node()))))
                    .orElse(List.of());
            return new ResponseDeclaration(status, List.copyOf(headers), content, response.place());
        });
    }

    /** Without parameters, such as {@code charset}. */
    static String essence(String mediaType) {
        return MediaType.parse(mediaType).map(MediaType::essence).orElse("");
    }
}
