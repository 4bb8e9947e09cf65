package dev.writ.engine.validate;

import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.Place;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.parameter.HeaderChecker;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Checks responses with one declared status, or range of them. Thread-safe. */
final class DeclaredResponse {
    private final ResponseDeclaration declared;
    private final boolean head;
    private final HeaderChecker headers;
    private final MediaTypes types;
    private final IdentityHashMap<MediaTypeObject, ContentChecker> checkers = new IdentityHashMap<>();
    private final ItemCheckers sequences;

    /** {@code head} says that these are responses to HEAD, which never have content. */
    DeclaredResponse(
            ResponseDeclaration declared, boolean head, SchemaCompiler compiler, Schemas schemas, BodyLimits limits) {
        this.declared = declared;
        this.head = head;
        this.headers = new HeaderChecker(declared.headers(), compiler, Direction.RESPONSE, schemas, limits.json());
        this.types = new MediaTypes(declared.content());
        declared.content()
                .forEach(type ->
                        checkers.put(type, new ContentChecker(type, compiler, schemas, Direction.RESPONSE, limits)));
        this.sequences = new ItemCheckers(declared.content(), compiler, schemas, Direction.RESPONSE, limits.json());
    }

    void checkHead(Response response, Violations violations) {
        headers.check(response.headers(), violations);
    }

    Response check(Response response, Violations violations) {
        checkHead(response, violations);
        if (mustBeEmpty(response.status()) || declared.content().isEmpty()) {
            if (!response.content().isEmpty()) {
                String why = declared.content().isEmpty() ? "no content is declared" : "no content is allowed here";
                add("content", why, declared.place(), violations);
            }
            return response;
        }
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        if (type.isEmpty() && response.content().isEmpty()) {
            add("content", "content is declared, but there is none", declared.place(), violations);
            return response;
        }
        Optional<MediaTypeObject> chosen = type.flatMap(types::choose);
        if (chosen.isEmpty()) {
            String name = type.map(MediaType::essence).orElse("");
            add("content", "the media type '" + name + "' is not declared", declared.place(), violations);
            return response;
        }
        return check(response, type.get(), chosen.get(), violations);
    }

    /** RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5. */
    private boolean mustBeEmpty(int status) {
        return head || status == 204 || status == 304 || status < 200;
    }

    /** Content that comes in pieces, and a part of some, is never there as the value that the schema speaks of. */
    private boolean isWhole(Response response) {
        boolean part = response.status() == 206
                && (response.headers().first("Content-Range").isPresent()
                        || response.headers().first("Content-Type").orElse("").startsWith("multipart/byteranges"));
        return response.content().pieces().isEmpty() && (!part || redacts());
    }

    /** What checks the items of such a response; empty if it is no sequence of them. */
    Optional<ItemChecker> items(Response response) {
        return response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .flatMap(sequences::of);
    }

    private Response check(Response response, MediaType type, MediaTypeObject chosen, Violations violations) {
        if (!isWhole(response)) {
            return response;
        }
        Optional<ItemChecker> items = sequences.of(type);
        if (items.isPresent()) {
            return WholeSequence.check(response, items.get(), violations);
        }
        return checker(chosen)
                .<Response>check(
                        response.content(),
                        type,
                        checked -> checked.value()
                                .filter(value -> checked.edited())
                                .map(value -> response.withContent(JsonTrees.written(value)))
                                .orElse(response),
                        errors -> {
                            BodyViolations.add(errors, chosen.place(), violations);
                            return redacted(response, type, chosen);
                        });
    }

    boolean redacts() {
        return checkers.values().stream().anyMatch(ContentChecker::redacts) || sequences.redacts();
    }

    /** The response without what its schema lets nobody see, and else unchecked. */
    Response redact(Response response) {
        if (!redacts() || !isWhole(response)) {
            return response;
        }
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        return type.flatMap(given -> types.choose(given).map(chosen -> redacted(response, given, chosen)))
                .orElse(response);
    }

    private Response redacted(Response response, MediaType type, MediaTypeObject chosen) {
        Optional<ItemChecker> items = sequences.of(type);
        if (items.isPresent()) {
            return WholeSequence.check(response, items.get(), new Violations());
        }
        return response.withContent(checker(chosen).redact(response.content(), type));
    }

    private ContentChecker checker(MediaTypeObject chosen) {
        return Optional.ofNullable(checkers.get(chosen)).orElseThrow();
    }

    private static void add(String keyword, String message, Place place, Violations violations) {
        BodyViolations.add(List.of(new SchemaError("", keyword, message, "")), place, violations);
    }
}
