package dev.writ.engine.validate;

import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import dev.writ.engine.validate.json.JsonLimits;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the body of one operation. No bytes are no body, unless {@code Content-Type} announces a text or something else
 * that may be empty. Thread-safe.
 */
final class BodyChecker {
    /** RFC 9110, section 8.3: what content without a type may be taken for. */
    private static final MediaType UNTOLD = new MediaType("application", "octet-stream", Map.of());

    private final RequestBody declared;
    private final MediaTypes types;
    private final IdentityHashMap<MediaTypeObject, ContentChecker> checkers = new IdentityHashMap<>();
    private final IdentityHashMap<MediaTypeObject, ItemChecker> sequences = new IdentityHashMap<>();

    BodyChecker(RequestBody declared, SchemaCompiler compiler, Schemas schemas, JsonLimits limits) {
        this.declared = declared;
        this.types = new MediaTypes(declared.content());
        declared.content()
                .forEach(type ->
                        checkers.put(type, new ContentChecker(type, compiler, schemas, Direction.REQUEST, limits)));
        declared.content()
                .forEach(type -> ItemChecker.of(type, compiler, schemas, Direction.REQUEST, limits)
                        .ifPresent(checker -> sequences.put(type, checker)));
    }

    /**
     * Sets a valid body in {@code arguments}, else says what is wrong.
     *
     * @param contentType one that the operation takes
     */
    void check(byte[] bytes, Optional<MediaType> contentType, Violations violations, Arguments arguments) {
        boolean absent =
                bytes.length == 0 && contentType.map(ContentKind::of).orElse(ContentKind.JSON) == ContentKind.JSON;
        if (absent) {
            if (declared.required()) {
                BodyViolations.add(
                        List.of(new SchemaError("", "required", "a body is required", "")),
                        declared.place(),
                        violations);
            }
            return;
        }
        MediaType type = contentType.orElse(UNTOLD);
        MediaTypeObject chosen = types.choose(type)
                .orElseThrow(() -> new IllegalStateException("the media type was not judged before the body"));
        Content content = Content.of(bytes);
        checker(chosen)
                .<Runnable>check(
                        content,
                        type,
                        checked -> () -> arguments.setBody(
                                new ReceivedBody(content, type, chosen, checked.edited()), checked.value()),
                        errors -> () -> BodyViolations.add(errors, chosen.place(), violations))
                .run();
    }

    /** What checks the items of a body of that type; empty if it is no sequence of them. */
    Optional<ItemChecker> items(MediaType contentType) {
        return types.choose(contentType).map(sequences::get);
    }

    private ContentChecker checker(MediaTypeObject chosen) {
        return Optional.ofNullable(checkers.get(chosen)).orElseThrow();
    }
}
