package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the body of one operation. Thread-safe. */
final class BodyChecker {
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");

    private final String file;
    private final RequestBody declared;
    private final JsonReader reader;
    private final Map<String, SchemaChecker> checkers = new HashMap<>();

    BodyChecker(String file, RequestBody declared, SchemaCompiler schemas, JsonReader reader) {
        this.file = file;
        this.declared = declared;
        this.reader = reader;
        declared.content()
                .forEach(type -> type.schema()
                        .ifPresent(
                                schema -> checkers.put(type.mediaType(), schemas.compile(schema, Direction.REQUEST))));
    }

    /** Sets a valid body in {@code arguments}, else says what is wrong. */
    List<Violation> check(byte[] bytes, Optional<MediaType> contentType, Arguments arguments) {
        if (bytes.length == 0) {
            return declared.required()
                    ? List.of(violation(
                            "required", "a body is required", declared.place().pointer()))
                    : List.of();
        }
        // An operation with a body is reached only with one of its media types.
        String type = contentType.map(MediaType::essence).orElse("");
        SchemaNode schema = declared.content().stream()
                .filter(t -> t.mediaType().equals(type))
                .findFirst()
                .flatMap(MediaTypeObject::schema)
                .orElse(null);
        SchemaChecker checker = checkers.get(type);
        if (schema == null || checker == null) {
            throw new IllegalStateException("the media type was not judged before the body");
        }
        Optional<String> charset =
                contentType.flatMap(t -> t.parameter("charset")).filter(c -> !CHARSETS.contains(c));
        if (charset.isPresent()) {
            return List.of(violation("charset", "must be UTF-8, not " + charset.get(), schema.pointer()));
        }
        return reader.read(bytes)
                .fold(
                        value -> {
                            arguments.setBody(value);
                            return violations(checker.check(value).errors(), schema);
                        },
                        errors -> violations(errors, schema));
    }

    private List<Violation> violations(List<SchemaError> errors, SchemaNode schema) {
        return errors.stream()
                .map(error -> new Violation(
                        "body",
                        Optional.empty(),
                        error.pointer(),
                        error.keyword(),
                        error.message(),
                        error.schemaLocation().isEmpty() ? file + "#" + schema.pointer() : error.schemaLocation()))
                .toList();
    }

    private Violation violation(String keyword, String message, String pointer) {
        return new Violation("body", Optional.empty(), "", keyword, message, file + "#" + pointer);
    }
}
