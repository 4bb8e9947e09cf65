package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.problem.Violation;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Checks what an operation answers against its contract: status, headers, media type, body. Thread-safe. */
public final class ResponseChecker {
    private final String file;
    private final Operation operation;
    private final JsonReader reader;
    private final Schemas references;
    private final IdentityHashMap<SchemaNode, SchemaChecker> bodies = new IdentityHashMap<>();
    private final IdentityHashMap<Header, SchemaChecker> headers = new IdentityHashMap<>();

    /** Compiles the schemas of all the operation's responses. */
    public ResponseChecker(
            String file, Operation operation, SchemaCompiler schemas, Schemas references, JsonLimits limits) {
        this.references = references;
        this.file = file;
        this.operation = operation;
        this.reader = new JsonReader(limits);
        for (ResponseDeclaration response : operation.responses()) {
            response.content()
                    .forEach(type -> type.schema()
                            .ifPresent(schema -> bodies.put(schema, schemas.compile(schema, Direction.RESPONSE))));
            response.headers()
                    .forEach(header -> headers.put(header, schemas.compile(header.schema(), Direction.RESPONSE)));
        }
    }

    /** All violations; none if the response is what the contract says. */
    public List<Violation> check(Response response) {
        return operation
                .response(response.status())
                .map(declared -> check(response, declared))
                .orElseGet(() -> List.of(body(
                        "status",
                        "the status " + response.status() + " is not declared",
                        operation.place().pointer())));
    }

    private List<Violation> check(Response response, ResponseDeclaration declared) {
        List<Violation> violations = new ArrayList<>();
        declared.headers().forEach(header -> violations.addAll(check(header, response)));
        if (declared.content().isEmpty()) {
            if (!response.content().isEmpty()) {
                violations.add(body(
                        "content", "no content is declared", declared.place().pointer()));
            }
            return violations;
        }
        String type = response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .map(MediaType::essence)
                .orElse("");
        SchemaNode schema = declared.content().stream()
                .filter(t -> t.mediaType().equals(type))
                .findFirst()
                .flatMap(MediaTypeObject::schema)
                .orElse(null);
        SchemaChecker checker = schema == null ? null : bodies.get(schema);
        if (schema == null || checker == null) {
            violations.add(body(
                    "content",
                    "the media type '" + type + "' is not declared",
                    declared.place().pointer()));
            return violations;
        }
        json(response.content())
                .<List<SchemaError>>fold(value -> checker.check(value).errors(), errors -> errors)
                .forEach(error -> violations.add(new Violation(
                        "body",
                        Optional.empty(),
                        error.pointer(),
                        error.keyword(),
                        error.message(),
                        error.schemaLocation())));
        return violations;
    }

    private JsonRead json(Content content) {
        return content.json().<JsonRead>map(JsonRead.Value::new).orElseGet(() -> reader.read(content.bytes()));
    }

    private List<Violation> check(Header header, Response response) {
        Optional<String> text = response.headers().combined(header.name());
        if (text.isEmpty()) {
            return header.required() ? List.of(violation(header, "required", "is required")) : List.of();
        }
        PrimitiveType type = PrimitiveType.of(header.schema(), references);
        Optional<JsonNode> value = Primitives.parse(text.get(), type);
        SchemaChecker checker = headers.get(header);
        if (value.isEmpty() || checker == null) {
            return List.of(violation(header, "type", "must be " + Primitives.noun(type)));
        }
        return checker.check(value.get()).errors().stream()
                .map(error -> violation(header, error.keyword(), error.message()))
                .toList();
    }

    private Violation violation(Header header, String keyword, String message) {
        return new Violation(
                "header",
                Optional.of(header.name()),
                "",
                keyword,
                header.name() + ": " + message,
                file + "#" + header.place().pointer());
    }

    private Violation body(String keyword, String message, String pointer) {
        return new Violation("body", Optional.empty(), "", keyword, message, file + "#" + pointer);
    }
}
