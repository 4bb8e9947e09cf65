package dev.writ.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Header;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.problem.Violation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Checks what an operation answers against its contract: status, headers, media type, body. Thread-safe. */
public final class ResponseChecker {
    private final String file;
    private final Operation operation;
    private final JsonReader reader;
    private final IdentityHashMap<SchemaNode, SchemaChecker> bodies = new IdentityHashMap<>();
    private final IdentityHashMap<Header, SchemaChecker> headers = new IdentityHashMap<>();

    /** Compiles the schemas of all the operation's responses. */
    public ResponseChecker(String file, Operation operation, SchemaCompiler schemas, JsonLimits limits) {
        this.file = file;
        this.operation = operation;
        this.reader = new JsonReader(limits);
        for (ResponseDeclaration response : operation.responses()) {
            response.content()
                    .values()
                    .forEach(schema -> bodies.put(schema, schemas.compile(schema, SchemaCompiler.Direction.RESPONSE)));
            response.headers()
                    .forEach(header ->
                            headers.put(header, schemas.compile(header.schema(), SchemaCompiler.Direction.RESPONSE)));
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
                        operation.location().pointer())));
    }

    private List<Violation> check(Response response, ResponseDeclaration declared) {
        List<Violation> violations = new ArrayList<>();
        declared.headers().forEach(header -> violations.addAll(check(header, response)));
        if (declared.content().isEmpty()) {
            if (!response.content().isEmpty()) {
                violations.add(body(
                        "content", "no content is declared", declared.location().pointer()));
            }
            return violations;
        }
        String type = response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .map(MediaType::essence)
                .orElse("");
        SchemaNode schema = declared.content().get(type);
        SchemaChecker checker = schema == null ? null : bodies.get(schema);
        if (schema == null || checker == null) {
            violations.add(body(
                    "content",
                    "the media type '" + type + "' is not declared",
                    declared.location().pointer()));
            return violations;
        }
        json(response.content())
                .fold(checker::check, errors -> errors)
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
        Optional<JsonNode> value = Primitives.parse(text.get(), header.type());
        SchemaChecker checker = headers.get(header);
        if (value.isEmpty() || checker == null) {
            return List.of(violation(header, "type", "must be " + Primitives.noun(header.type())));
        }
        return checker.check(value.get()).stream()
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
                file + "#" + header.location().pointer());
    }

    private Violation body(String keyword, String message, String pointer) {
        return new Violation("body", Optional.empty(), "", keyword, message, file + "#" + pointer);
    }
}
