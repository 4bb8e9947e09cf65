package dev.writ.engine.core;

import dev.writ.engine.http.ByteRanges;
import dev.writ.engine.http.ByteSource;
import dev.writ.engine.http.Content;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.http.Response;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.ResponseDeclaration;
import dev.writ.engine.problem.Problem;
import dev.writ.engine.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Parts of what an operation answers to GET (RFC 9110, section 14), where it declares 206: one part, or several if
 * {@code multipart/byteranges} is among what it declares there. Never of content out of which something must be taken that
 * nobody may see. Made at start; thread-safe.
 */
final class PartialContent {
    private static final MediaType SEVERAL = new MediaType("multipart", "byteranges", Map.of());

    private final boolean isReading;
    private final Optional<ResponseDeclaration> declared;
    private final boolean several;

    PartialContent(Operation operation, boolean redacts) {
        this.isReading = operation.method().equals("GET");
        this.declared = operation.responses().stream()
                .filter(response -> response.status().equals("206"))
                .filter(response -> isReading && !redacts)
                .findFirst();
        this.several = declared.stream()
                .flatMap(response -> response.content().stream())
                .flatMap(type -> MediaType.parse(type.mediaType()).stream())
                .anyMatch(type -> type.includes(SEVERAL));
    }

    /**
     * The answer or what the client wants of it: 206, 416.
     *
     * @param conditions of the request on the answer; where they say that the client has it already, it wants no part
     */
    Judgement<Response> select(Preconditions conditions) {
        Response response = conditions.whole();
        if (!isReading || response.status() != 200) {
            return Judgement.pass(response);
        }
        Content content = response.content();
        Optional<ByteSource> source = content.pieces().isPresent()
                ? content.source()
                : Optional.of(content.bytes()).map(ByteSource::of);
        boolean offered = declared.isPresent()
                && !content.isEmpty()
                && response.headers()
                        .first("Accept-Ranges")
                        .filter(unit -> !unit.equals("bytes"))
                        .isEmpty();
        return !offered || source.isEmpty()
                ? Judgement.pass(response)
                : part(
                        conditions,
                        response.withHeaders(response.headers().withDefault("Accept-Ranges", "bytes")),
                        source.get());
    }

    private Judgement<Response> part(Preconditions conditions, Response whole, ByteSource source) {
        Headers asked = conditions.request().headers();
        boolean wanted = conditions.request().method().equals("GET")
                && asked.all("Range").size() == 1
                && conditions.current().isEmpty()
                && conditions.isSameForRange(Instant.now());
        // A cache chooses among stored parts as among whole answers.
        Response varied = whole.withHeaders(conditions.coding().varied(conditions.request(), whole));
        return wanted
                ? ByteRanges.parse(asked.first("Range").orElse(""), source.length())
                        .fold(
                                () -> Judgement.pass(whole),
                                () -> refuse(whole, unsatisfiable(source.length())),
                                ranges -> ranges.size() == 1 || several
                                        ? Judgement.pass(partial(varied, source, ranges))
                                        : Judgement.pass(whole))
                : Judgement.pass(whole);
    }

    private static Problem unsatisfiable(long length) {
        return Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "There are " + length + " bytes.")
                .withHeader("Content-Range", "bytes */" + length)
                .withHeader("Accept-Ranges", "bytes");
    }

    private static Response partial(Response whole, ByteSource source, List<ByteRanges.Range> ranges) {
        Headers headers = whole.headers().withDefault("Cache-Control", Finisher.REVALIDATE);
        try {
            if (ranges.size() == 1) {
                ByteRanges.Range range = ranges.get(0);
                return Response.of(206, headers.with("Content-Range", range.of(source.length())), source.part(range));
            }
            String boundary = UUID.randomUUID().toString();
            return Response.of(
                    206,
                    headers.with("Content-Type", "multipart/byteranges; boundary=" + boundary),
                    source.parts(ranges, headers.first("Content-Type"), boundary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgement<Response> refuse(Response unsent, Problem problem) {
        unsent.content().discard();
        return Judgement.refuse(problem);
    }
}
