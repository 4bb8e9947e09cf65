package dev.writ.engine.validate;

import dev.writ.engine.http.BodySource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Spool;
import dev.writ.engine.http.TooLargeException;
import dev.writ.engine.model.MediaTypeObject;
import dev.writ.engine.model.RequestBody;
import dev.writ.engine.problem.Violations;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaCompiler;
import dev.writ.engine.schema.SchemaError;
import dev.writ.engine.schema.Schemas;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Checks the body of one operation. No bytes are no body, unless {@code Content-Type} announces a text or something else
 * that may be empty. Thread-safe.
 */
final class BodyChecker {
    private final RequestBody declared;
    private final BodyLimits limits;
    private final MediaTypes types;
    private final IdentityHashMap<MediaTypeObject, ContentChecker> checkers = new IdentityHashMap<>();
    private final ItemCheckers sequences;

    BodyChecker(RequestBody declared, SchemaCompiler compiler, Schemas schemas, BodyLimits limits) {
        this.declared = declared;
        this.limits = limits;
        this.types = new MediaTypes(declared.content());
        declared.content()
                .forEach(type ->
                        checkers.put(type, new ContentChecker(type, compiler, schemas, Direction.REQUEST, limits)));
        this.sequences = new ItemCheckers(declared.content(), compiler, schemas, Direction.REQUEST, limits.json());
    }

    /** As many bytes as content of any of the media types may have. */
    long largest() {
        return checkers.values().stream().anyMatch(ContentChecker::isSpooled)
                ? Math.max(limits.size(), limits.uploads().size())
                : limits.size();
    }

    boolean spools(MediaType contentType) {
        return types.choose(contentType)
                .map(chosen -> checker(chosen).kind(contentType))
                .filter(kind -> kind.isOpaque() || kind == ContentKind.MULTIPART)
                .isPresent();
    }

    /**
     * Reads the body, and sets one that is valid in {@code arguments}, else says what is wrong.
     *
     * @param contentType one that the operation takes
     * @throws TooLargeException beyond the limits
     * @throws IOException if it does not arrive
     */
    void check(BodySource body, Optional<MediaType> contentType, Violations violations, Arguments arguments)
            throws IOException {
        MediaType type = contentType.orElse(MediaType.OCTET_STREAM);
        Optional<MediaTypeObject> chosen = types.choose(type);
        ContentKind kind = chosen.map(one -> checker(one).kind(type)).orElse(ContentKind.JSON);
        boolean nothing = body.declaredLength().orElse(-1) == 0;
        if (chosen.isPresent() && kind == ContentKind.MULTIPART && !nothing) {
            multipart(body, type, chosen.get(), violations, arguments);
            return;
        }
        Spool octets = kind.isOpaque()
                ? spooled(body, arguments)
                : Spool.of(body.read(limits.size()).orElseThrow(() -> new TooLargeException(limits.size())));
        if (octets.size() == 0 && (contentType.isEmpty() || !kind.mayBeEmpty())) {
            if (declared.required()) {
                BodyViolations.add(
                        List.of(new SchemaError("", "required", "a body is required", "")),
                        declared.place(),
                        violations);
            }
            return;
        }
        check(
                octets,
                type,
                chosen.orElseThrow(() -> new IllegalStateException("the media type was not judged before the body")),
                violations,
                arguments);
    }

    private Spool spooled(BodySource body, Arguments arguments) throws IOException {
        Spool spool = body.isKept()
                ? Spool.counting()
                : new Spool(limits.uploads().memory(), limits.uploads().directory());
        arguments.keep(spool);
        body.stream(limits.uploads().size()).transferTo(spool);
        return spool;
    }

    private void check(Spool octets, MediaType type, MediaTypeObject chosen, Violations violations, Arguments arguments)
            throws IOException {
        ContentChecker checker = checker(chosen);
        ContentKind kind = checker.kind(type);
        Optional<Spool> kept = Optional.of(octets);
        if (kind.isOpaque()) {
            List<SchemaError> errors = checker.checkLength(octets.size());
            BodyViolations.add(errors, chosen.place(), violations);
            arguments.setBody(new ReceivedBody(kept, type, chosen, false), Optional.empty());
            return;
        }
        checker.<Runnable>check(
                        Content.of(octets.readAll()),
                        type,
                        checked -> () -> arguments.setBody(
                                new ReceivedBody(kept, type, chosen, checked.edited()), checked.value()),
                        errors -> () -> BodyViolations.add(errors, chosen.place(), violations))
                .run();
    }

    private void multipart(
            BodySource body, MediaType type, MediaTypeObject chosen, Violations violations, Arguments arguments)
            throws IOException {
        checker(chosen)
                .multipart(type)
                .orElseThrow()
                .read(body.stream(limits.uploads().size()), type, arguments::keep, body.isKept())
                .<Runnable>fold(
                        value -> () -> arguments.setBody(
                                new ReceivedBody(Optional.empty(), type, chosen, false), Optional.of(value)),
                        errors -> () -> BodyViolations.add(errors, chosen.place(), violations))
                .run();
    }

    /** What checks the items of a body of that type; empty if it is no sequence of them. */
    Optional<ItemChecker> items(MediaType contentType) {
        return sequences.of(contentType);
    }

    private ContentChecker checker(MediaTypeObject chosen) {
        return Optional.ofNullable(checkers.get(chosen)).orElseThrow();
    }
}
